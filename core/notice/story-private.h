/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared declarations of the files that describe a message.
 */
#pragma once

#include "notice/buoy-story.h"
#include "verdict/buoy-verdict-private.h"

/* The verdict that @notice describes. */
const BuoyVerdict *buoy_notice_get_verdict (const BuoyNotice *notice);

/* Arrays that own what they hold: of char *, BuoyStoryHop, BuoyStoryLink. */
GPtrArray *buoy_story_tell (const BuoyVerdict *verdict, BuoyTopic topic);
GPtrArray *buoy_story_trace (const BuoyVerdict *verdict);

/* What was looked up about the server that handed the message in, whose domain is @domain (nullable), and about a
 * link's host: of char *, sentences; none if nothing was asked. @verification may be NULL.
 */
GPtrArray *buoy_story_tell_server (const BuoyVerification *verification, const char *domain);
GPtrArray *buoy_story_tell_host (const BuoyVerification *verification, const char *host);

GPtrArray *buoy_story_collect_links (const BuoyVerdict *verdict, guint *out_n_more);
