/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What forwarders saw before they changed a message (RFC 8617), as far as their word counts.
 */
#pragma once

#include "evidence/origin/buoy-boundary.h"

/* Adds the results of trusted sealers, the newest first, to @methods, of const BuoyAuthMethod *; what was parsed for
 * them to @owned. Only to be used where the reader's side says that the chain holds.
 */
void buoy_arc_collect (const BuoyEvidence *evidence, GPtrArray *methods, GPtrArray *owned);
