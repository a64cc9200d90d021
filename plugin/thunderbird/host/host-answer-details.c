/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * In the order of Evolution's window.
 */
#include "config.h"

#include "host-answer-details.h"

#include "base/text/buoy-text.h"
#include "buoy-details-words.h"
#include "buoy-type-names.h"
#include "host-answer-notice.h"
#include "host-answer.h"
#include "notice/buoy-questions-text.h"
#include "notice/buoy-story.h"

#define MAX_TEXT (256 * 1024) /* bytes for the clipboard; the story itself is limited */

static void
add_statements (JsonBuilder *answer, const char *name, BuoyStory *story, BuoyTopic topic)
{
  const GPtrArray *statements = buoy_story_get_statements (story, topic);

  host_add_texts (answer, name, (const char *const *) statements->pdata, statements->len);
}

static void
add_facts (JsonBuilder *answer, const GPtrArray *facts)
{
  host_add_texts (answer, "facts", (const char *const *) facts->pdata, facts->len);
}

static const char *
name_of (BuoyHopKind kind)
{
  switch (kind)
    {
    case BUOY_HOP_READER:
      return "reader";
    case BUOY_HOP_BOUNDARY:
      return "boundary";
    case BUOY_HOP_UNVERIFIED:
    default:
      return "unverified";
    }
}

static void
add_hops (JsonBuilder *answer, BuoyStory *story)
{
  const GPtrArray *hops = buoy_story_get_hops (story);

  json_builder_set_member_name (answer, "hops");
  json_builder_begin_array (answer);
  for (guint i = 0; i < hops->len; i++)
    {
      const BuoyStoryHop *hop = g_ptr_array_index (hops, i);

      json_builder_begin_object (answer);
      host_add_text (answer, "kind", name_of (hop->kind));
      host_add_text (answer, "title", hop->title);
      host_add_text (answer, "host", hop->host);
      host_add_owner (answer, "hostOwner", hop->host);
      host_add_text (answer, "ip", hop->ip);
      host_add_text (answer, "note", hop->note);
      add_facts (answer, hop->facts);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
}

static void
add_links (JsonBuilder *answer, BuoyStory *story)
{
  const GPtrArray *links = buoy_story_get_links (story);

  json_builder_set_member_name (answer, "links");
  json_builder_begin_array (answer);
  for (guint i = 0; i < links->len; i++)
    {
      const BuoyStoryLink *link = g_ptr_array_index (links, i);

      json_builder_begin_object (answer);
      host_add_text (answer, "shown", link->shown);
      host_add_owner (answer, "shownOwner", link->shown);
      host_add_text (answer, "host", link->host);
      host_add_owner (answer, "hostOwner", link->host);
      host_add_text (answer, "note", link->note);
      add_facts (answer, link->facts);
      host_add_bool (answer, "isFalse", link->is_false);
      json_builder_end_object (answer);
    }
  json_builder_end_array (answer);
  host_add_number (answer, "moreLinks", buoy_story_get_n_more_links (story));
}

static void
add_story (JsonBuilder *answer, BuoyNotice *notice)
{
  g_autoptr (BuoyStory) story = buoy_story_new (notice);

  json_builder_set_member_name (answer, "story");
  json_builder_begin_object (answer);
  add_statements (answer, "sender", story, BUOY_TOPIC_SENDER);
  add_statements (answer, "vouching", story, BUOY_TOPIC_AUTHENTICATION);
  add_statements (answer, "inFavour", story, BUOY_TOPIC_IN_FAVOUR);
  add_hops (answer, story);
  host_add_text (answer, "originLevel", buoy_level_to_string (buoy_details_get_origin_level (notice)));
  add_links (answer, story);
  json_builder_end_object (answer);
}

/* Adds what would be looked up, for display before the reader starts it. */
static void
add_questions (JsonBuilder *answer, const BuoyVerdict *verdict)
{
  g_autoptr (BuoyQuestions) questions = buoy_questions_new (verdict);
  g_auto (GStrv) sentences = buoy_questions_tell (questions);

  host_add_texts (answer, "questions", (const char *const *) sentences, g_strv_length (sentences));
}

GBytes *
host_answer_details (gint64 id, const HostMessage *message)
{
  g_autoptr (JsonBuilder) answer = host_answer_new ("details", id);
  g_autofree char *text = buoy_details_to_text (message->notice);
  g_autofree char *cut = buoy_text_cut_middle (text, MAX_TEXT);

  host_add_notice (answer, message->notice, buoy_details_advise (message->notice));
  add_story (answer, message->notice);
  add_questions (answer, message->verdict);
  host_add_text (answer, "text", cut);
  return host_answer_finish (answer);
}
