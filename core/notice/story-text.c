/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A story as lines of text, for a help desk. Hosts are defanged.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "notice/buoy-story.h"
#include "notice/notice-private.h"

static void
append_heading (GString *out, const char *heading)
{
  g_string_append_printf (out, "%s%s\n", out->len > 0 ? "\n" : "", heading);
}

static void
append_statements (GString *out, const BuoyStory *story, BuoyTopic topic, const char *heading)
{
  const GPtrArray *statements = buoy_story_get_statements (story, topic);

  if (statements->len > 0)
    append_heading (out, heading);
  for (guint i = 0; i < statements->len; i++)
    g_string_append_printf (out, "  - %s\n", (const char *) g_ptr_array_index (statements, i));
}

static void
append_value (GString *out, const char *value)
{
  g_autofree char *defanged = value != NULL ? buoy_notice_defang (value) : NULL;

  if (defanged != NULL)
    g_string_append_printf (out, " %s", defanged);
}

/* The sender's text must not imitate the arrow between the text and the target. */
static void
append_shown (GString *out, const char *shown)
{
  g_autoptr (GString) text = g_string_new (shown);

  g_string_replace (text, "→", "->", 0);
  append_value (out, text->str);
}

static void
append_facts (GString *out, const GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      g_autofree char *defanged = buoy_notice_defang (g_ptr_array_index (facts, i));

      g_string_append_printf (out, "      %s\n", defanged);
    }
}

static void
append_hop (GString *out, const BuoyStoryHop *hop, gboolean is_first)
{
  g_string_append_printf (out, "  %s %s:", is_first ? "-" : "←", hop->title);
  append_value (out, hop->host);
  append_value (out, hop->ip);
  g_string_append_c (out, '\n');
  if (hop->note != NULL)
    g_string_append_printf (out, "      %s\n", hop->note);
  append_facts (out, hop->facts);
}

static void
append_route (GString *out, const BuoyStory *story)
{
  const GPtrArray *hops = buoy_story_get_hops (story);

  if (hops->len > 0)
    append_heading (out, _ ("The route it took"));
  for (guint i = 0; i < hops->len; i++)
    append_hop (out, g_ptr_array_index (hops, i), i == 0);
}

static void
append_links (GString *out, const BuoyStory *story)
{
  const GPtrArray *links = buoy_story_get_links (story);

  if (links->len > 0)
    append_heading (out, _ ("Where its links lead"));
  for (guint i = 0; i < links->len; i++)
    {
      const BuoyStoryLink *link = g_ptr_array_index (links, i);

      g_string_append (out, "  -");
      append_shown (out, link->shown);
      g_string_append (out, " →");
      append_value (out, link->host);
      g_string_append_printf (out, " (%s)\n", link->note);
      append_facts (out, link->facts);
    }
}

/*< private >
 * buoy_story_to_text:
 * @story: a story
 *
 * Writes the story as lines of text, for what a help desk wants to know beside buoy_notice_to_text(). Hosts are written
 * so that nobody opens them by accident.
 *
 * Returns: (transfer full): several lines, each with its newline
 */
char *
buoy_story_to_text (const BuoyStory *story)
{
  GString *out;

  g_return_val_if_fail (story != NULL, NULL);

  out = g_string_new (NULL);
  append_statements (out, story, BUOY_TOPIC_SENDER, _ ("Who it claims to be from"));
  append_route (out, story);
  append_statements (out, story, BUOY_TOPIC_AUTHENTICATION, _ ("Sender verification"));
  append_links (out, story);
  append_statements (out, story, BUOY_TOPIC_IN_FAVOUR, _ ("What supports the sender"));
  return g_string_free (out, FALSE);
}
