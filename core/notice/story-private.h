/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the files that tell a story share.
 */
#pragma once

#include "notice/buoy-story.h"
#include "verdict/buoy-verdict-private.h"

typedef struct
{
  BuoyHop kind;
  const char *title; /* translated */
  char *host;        /* for people; NULL */
  char *ip;          /* NULL */
  const char *note;  /* translated; NULL */
} BuoyStoryHop;

typedef struct
{
  char *shown;      /* the host that its text names, else the text, else what stands there instead */
  char *host;       /* for people */
  const char *note; /* translated */
  int rank;         /* the lower, the more a reader should look at it */
  gboolean is_false;
} BuoyStoryLink;

/* The verdict that the words of @notice are about. */
BuoyVerdict *buoy_notice_get_verdict (BuoyNotice *notice);

/* Arrays that own what they hold: of char *, BuoyStoryHop, BuoyStoryLink. */
GPtrArray *buoy_story_tell (BuoyVerdict *verdict, BuoyTopic topic);
GPtrArray *buoy_story_trace (const BuoyEvidence *evidence);
GPtrArray *buoy_story_collect_links (BuoyVerdict *verdict, guint *out_n_more);
