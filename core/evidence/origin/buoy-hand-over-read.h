/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What can be learned about the receiving side from one message: its newest trace lines, and the results right below
 * them.
 */
#pragma once

#include "evidence/origin/buoy-boundary.h"
#include "memory/buoy-hand-over.h"

/* Reads @out from @message, without using what was learned before. Its strings belong to @message. Returns FALSE if
 * there is nothing to learn, since the boundary hop has no date, no server name or no client address, or its client was
 * logged in.
 */
gboolean buoy_hand_over_read (const BuoyMessage *message, const BuoyContext *context, BuoyHandOver *out);

/* Whether @header is a field in which servers write authentication results. */
gboolean buoy_results_is_field (const BuoyHeader *header);

/* The index after the block of fields that a server's filters add right below its Received line, at index @line. */
guint buoy_results_find_end (const BuoyMessage *message, guint line);

/* The first results in that block; NULL if there are none, or if another field there has the same authserv-id, since
 * one of them was then not written by the server.
 */
const BuoyAuthResults *buoy_results_find_below (const BuoyMessage *message, guint line);

/* The authserv-id of @results below a line written by @by, in the form of buoy-hand-over.h; NULL if they have none. */
const char *buoy_results_get_owner (const BuoyAuthResults *results, const char *by);
