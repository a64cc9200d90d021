/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which brands a message claims to be from.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Finds the brands that a message claims to be from. Needs the sender, the authentication, the origin and the targets
 * of @evidence.
 *
 * Returns: (transfer full) (element-type BuoyClaim): the claims, gravest first
 */
GPtrArray *buoy_claims_new (const BuoyEvidence *evidence);
