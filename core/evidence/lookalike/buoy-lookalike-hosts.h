/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The look-alikes among the domains of a message.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Finds look-alikes in From, in links and in Reply-To, in this order, one per host. Needs the sender and the targets of
 * @evidence.
 *
 * Returns: (transfer full) (element-type BuoyLookalike): the look-alikes
 */
GPtrArray *buoy_lookalikes_of_message (const BuoyEvidence *evidence);
