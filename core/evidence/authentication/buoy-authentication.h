/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether From is authenticated.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Nothing is known: an attached message, for which the receiving side vouches for nothing. */
BuoyAuthentication buoy_authentication_none (void);

/* From the trusted results and what this machine verified. Needs the sender, the boundary and the traced origin. */
BuoyAuthentication buoy_authentication_judge (const BuoyEvidence *evidence);

/* (transfer full) */
BuoyAuthentication buoy_authentication_copy (const BuoyAuthentication *auth);
