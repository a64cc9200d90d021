/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message's case as a person would tell it: who it says it is, the way it came, who vouches for it, where its links
 * lead. Made when somebody asks for the details; plain text throughout.
 */
#pragma once

#include "notice/buoy-notice.h"

G_BEGIN_DECLS

/**
 * BuoyTopic:
 * @BUOY_TOPIC_SENDER: whom the message says it is from
 * @BUOY_TOPIC_AUTHENTICATION: what was checked about the sender (SPF, DKIM, DMARC)
 * @BUOY_TOPIC_IN_FAVOUR: what speaks for the sender
 *
 * What a statement of a story is about.
 */
typedef enum
{
  BUOY_TOPIC_SENDER,
  BUOY_TOPIC_AUTHENTICATION,
  BUOY_TOPIC_IN_FAVOUR
} BuoyTopic;

/**
 * BuoyHop:
 * @BUOY_HOP_READER: the reader's own mail provider
 * @BUOY_HOP_BOUNDARY: the server that handed the message in, as the provider saw it
 * @BUOY_HOP_UNVERIFIED: what the message says of its way before that; anybody may write it
 *
 * How far a place on the message's way can be believed.
 */
typedef enum
{
  BUOY_HOP_READER,
  BUOY_HOP_BOUNDARY,
  BUOY_HOP_UNVERIFIED
} BuoyHop;

#define BUOY_TYPE_STORY (buoy_story_get_type ())
typedef struct _BuoyStory BuoyStory;

BUOY_AVAILABLE_IN_1_0 GType buoy_story_get_type (void);

BUOY_AVAILABLE_IN_1_0 BuoyStory *buoy_story_new (BuoyNotice *notice);
BUOY_AVAILABLE_IN_1_0 BuoyStory *buoy_story_ref (BuoyStory *story);
BUOY_AVAILABLE_IN_1_0 void buoy_story_unref (BuoyStory *story);

/* Whole sentences. */
BUOY_AVAILABLE_IN_1_0 guint buoy_story_get_n_statements (BuoyStory *story, BuoyTopic topic);
BUOY_AVAILABLE_IN_1_0 const char *buoy_story_get_statement (BuoyStory *story, BuoyTopic topic, guint statement);

/* The way of the message, from the reader back: hop 0 is the reader's side where that is known. */
BUOY_AVAILABLE_IN_1_0 guint buoy_story_get_n_hops (BuoyStory *story);
BUOY_AVAILABLE_IN_1_0 BuoyHop buoy_story_get_hop_kind (BuoyStory *story, guint hop);
BUOY_AVAILABLE_IN_1_0 const char *buoy_story_get_hop_title (BuoyStory *story, guint hop);
BUOY_AVAILABLE_IN_1_0 const char *buoy_story_get_hop_host (BuoyStory *story, guint hop);
BUOY_AVAILABLE_IN_1_0 const char *buoy_story_get_hop_ip (BuoyStory *story, guint hop);
BUOY_AVAILABLE_IN_1_0 const char *buoy_story_get_hop_note (BuoyStory *story, guint hop);

/* The links to sites, each pair of shown and real once, those that lie first. */
BUOY_AVAILABLE_IN_1_0 guint buoy_story_get_n_links (BuoyStory *story);
BUOY_AVAILABLE_IN_1_0 guint buoy_story_get_n_more_links (BuoyStory *story);
BUOY_AVAILABLE_IN_1_0 const char *buoy_story_get_link_shown (BuoyStory *story, guint link);
BUOY_AVAILABLE_IN_1_0 const char *buoy_story_get_link_host (BuoyStory *story, guint link);
BUOY_AVAILABLE_IN_1_0 const char *buoy_story_get_link_note (BuoyStory *story, guint link);
BUOY_AVAILABLE_IN_1_0 gboolean buoy_story_is_link_false (BuoyStory *story, guint link);

/* The whole story as text for people, several lines; (transfer full). */
BUOY_AVAILABLE_IN_1_0 char *buoy_story_to_text (BuoyStory *story);

/* The part of a host that says whose it is: "vecterdian.shop" of "ekl-net.vecterdian.shop". */
BUOY_AVAILABLE_IN_1_0 gboolean buoy_story_find_owner (const char *host, guint *out_start, guint *out_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyStory, buoy_story_unref)

G_END_DECLS
