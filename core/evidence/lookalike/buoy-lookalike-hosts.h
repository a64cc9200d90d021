/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The look-alikes among the domains of a message.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* (transfer full) (element-type BuoyLookalike): in the order From, links, Reply-To; one per host. Needs the sender and
 * the targets.
 */
GPtrArray *buoy_lookalikes_of_message (const BuoyEvidence *evidence);
