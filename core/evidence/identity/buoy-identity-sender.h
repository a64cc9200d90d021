/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whom the From name says that the sender is. A person who works at a brand, or writes by way of it, is not the
 * brand.
 */
#pragma once

#include "evidence/buoy-evidence.h"

void buoy_identity_read_sender (BuoyEvidence *evidence); /* From's names, and by the next two its address */
