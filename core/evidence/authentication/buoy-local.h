/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What this machine verified, in addition to what the receiving side wrote.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Adds the results of DNS lookups for the message of @evidence, if there are any, to the state in @auth. */
void buoy_authentication_add_verification (BuoyAuthentication *auth, const BuoyEvidence *evidence);
