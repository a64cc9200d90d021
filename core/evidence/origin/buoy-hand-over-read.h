/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What one message can teach about the receiving side: its newest trace lines, and the results right below them.
 */
#pragma once

#include "evidence/origin/buoy-boundary.h"
#include "memory/buoy-hand-over.h"

/* Reads @out from @message, without using what was learned before. FALSE if there is nothing to learn: no line of the
 * receiving side's has a date and a client outside. Strings belong to @message.
 */
gboolean buoy_hand_over_read (const BuoyMessage *message, const BuoyContext *context, BuoyHandOver *out);

/* Whether servers write the results of checks in @header. */
gboolean buoy_results_is_field (const BuoyHeader *header);

/* The index after the block of fields that a server's filters add right below its Received line at @line. */
guint buoy_results_find_end (const BuoyMessage *message, guint line);

/* The first results in that block; NULL if there are none, or if another field there has the same authserv-id: then one
 * of them is not the server's.
 */
const BuoyAuthResults *buoy_results_find_below (const BuoyMessage *message, guint line);

/* What @results bear below a line of @by (buoy-hand-over.h); NULL if they have no authserv-id. */
const char *buoy_results_get_owner (const BuoyAuthResults *results, const char *by);
