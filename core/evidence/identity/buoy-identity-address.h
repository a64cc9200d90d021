/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Brands named by the From address: the brand's own domain, its host as a local part, its name with role words in a
 * domain that is not the brand's.
 */
#pragma once

#include "evidence/buoy-evidence.h"

void buoy_identity_read_local_part (BuoyEvidence *evidence, const char *address);

void buoy_identity_read_domain (BuoyEvidence *evidence);
