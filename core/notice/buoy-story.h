/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A description of a message as a person would give it: who it claims to be from, its route, how the sender was
 * verified, where its links lead. Created when someone asks for details; plain text throughout.
 */
#pragma once

#include "buoy-for-hosts.h"
#include "notice/buoy-notice.h"

G_BEGIN_DECLS

/*< private >
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

/*< private >
 * BuoyHopKind:
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
} BuoyHopKind;

/*< private >
 * BuoyStoryHop:
 * @kind: how far it can be believed
 * @title: a few words on the part that the server played
 * @host: (nullable): its reverse name, else what it calls itself, as @note tells; at most 300 bytes
 * @ip: (nullable): its IP address
 * @note: (nullable): a sentence on what its name is worth
 * @facts: (element-type utf8): sentences on what was looked up about it; it may be empty
 *
 * A place on the message's way (a Received field, RFC 5321 §4.4). Only the library makes them; more fields may follow.
 */
typedef struct
{
  BuoyHopKind kind;
  const char *title;
  const char *host;
  const char *ip;
  const char *note;
  const GPtrArray *facts;
} BuoyStoryHop;

/*< private >
 * BuoyStoryLink:
 * @shown: what a reader sees of it: the site that its text names, else the text; never empty, at most 300 bytes
 * @host: the host that it opens
 * @note: a few words on how the two go together
 * @facts: (element-type utf8): sentences on what was looked up about @host; it may be empty
 * @is_false: whether it names one site and opens another, so that a warning is made of it
 *
 * A link of a message, as shown and as it is. Only the library makes them; more fields may follow.
 */
typedef struct
{
  const char *shown;
  const char *host;
  const char *note;
  const GPtrArray *facts;
  gboolean is_false;
} BuoyStoryLink;

/*< private >
 * BuoyStory:
 *
 * The details of a message's case. It never changes; any thread may read it.
 */
typedef struct _BuoyStory BuoyStory;

BUOY_FOR_HOSTS BuoyStory *buoy_story_new (const BuoyNotice *notice);
BUOY_FOR_HOSTS void buoy_story_free (BuoyStory *story);
BUOY_FOR_HOSTS const GPtrArray *buoy_story_get_statements (const BuoyStory *story, BuoyTopic topic);
BUOY_FOR_HOSTS const GPtrArray *buoy_story_get_hops (const BuoyStory *story);
BUOY_FOR_HOSTS const GPtrArray *buoy_story_get_links (const BuoyStory *story);
BUOY_FOR_HOSTS guint buoy_story_get_n_more_links (const BuoyStory *story);
BUOY_FOR_HOSTS char *buoy_story_to_text (const BuoyStory *story);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyStory, buoy_story_free)

G_END_DECLS
