/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether From is authenticated.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Returns the state if nothing is known, as about an attached message. (transfer full) */
BuoyAuthentication buoy_authentication_none (void);

/* Judges the trusted results and what this machine verified. Needs the sender, the boundary and the traced origin of
 * @evidence. (transfer full)
 */
BuoyAuthentication buoy_authentication_judge (const BuoyEvidence *evidence);

/* (transfer full) */
BuoyAuthentication buoy_authentication_copy (const BuoyAuthentication *auth);
