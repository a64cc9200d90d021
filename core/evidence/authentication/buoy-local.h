/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What this machine verified, in addition to the results that the receiving side wrote.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Adds the results of lookups, if @evidence has any, to @auth. */
void buoy_authentication_add_verification (BuoyAuthentication *auth, const BuoyEvidence *evidence);
