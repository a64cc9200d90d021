/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results that trusted forwarders recorded before they modified a message (RFC 8617).
 */
#pragma once

#include "evidence/origin/buoy-boundary.h"

/* Adds the results of trusted sealers to @methods, of const BuoyAuthMethod *, newest first. They belong to the
 * BuoyAuthResults that are added to @owned. Use them only if the receiving side says that the chain is valid.
 */
void buoy_arc_collect (const BuoyEvidence *evidence, GPtrArray *methods, GPtrArray *owned);
