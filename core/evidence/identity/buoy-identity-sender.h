/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whom the From display name claims to be. A person who works at a brand, or writes through it, is not the brand.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Adds to @claims what From's names and, with the other two modules, its address claim. */
void buoy_identity_read_sender (const BuoyEvidence *evidence, GPtrArray *claims);
