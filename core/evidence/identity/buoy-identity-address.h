/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whom the From address names: the brand's own domain, its host for a local part, its name joined to words of
 * office in a domain that is not the brand's.
 */
#pragma once

#include "evidence/buoy-evidence.h"

void buoy_identity_read_local_part (BuoyEvidence *evidence, const char *address);

void buoy_identity_read_domain (BuoyEvidence *evidence);
