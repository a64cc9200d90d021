/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What forwarders saw before they modified a message (RFC 8617), as far as they are trusted.
 */
#pragma once

#include "evidence/origin/buoy-boundary.h"

/* Adds the results of trusted sealers to @methods (of const BuoyAuthMethod *), newest first; what was parsed for them
 * goes to @owned. Call it only if the receiving side says that the chain is valid.
 */
void buoy_arc_collect (const BuoyEvidence *evidence, GPtrArray *methods, GPtrArray *owned);
