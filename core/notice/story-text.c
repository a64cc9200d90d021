/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A story as lines of text, for a mail to a help desk. Hosts are written so that nobody clicks them.
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
append_statements (GString *out, BuoyStory *story, BuoyTopic topic, const char *heading)
{
  guint n_statements = buoy_story_get_n_statements (story, topic);

  if (n_statements > 0)
    append_heading (out, heading);
  for (guint i = 0; i < n_statements; i++)
    g_string_append_printf (out, "  - %s\n", buoy_story_get_statement (story, topic, i));
}

static void
append_value (GString *out, const char *value)
{
  g_autofree char *defanged = value != NULL ? buoy_notice_defang (value) : NULL;

  if (defanged != NULL)
    g_string_append_printf (out, " %s", defanged);
}

/* A text of the sender's must not bring along the arrow that stands between it and where it leads. */
static void
append_shown (GString *out, const char *shown)
{
  g_autoptr (GString) text = g_string_new (shown);

  g_string_replace (text, "→", "->", 0);
  append_value (out, text->str);
}

static void
append_route (GString *out, BuoyStory *story)
{
  guint n_hops = buoy_story_get_n_hops (story);

  if (n_hops > 0)
    append_heading (out, _ ("The way it came"));
  for (guint i = 0; i < n_hops; i++)
    {
      const char *note = buoy_story_get_hop_note (story, i);

      g_string_append_printf (out, "  %s %s:", i == 0 ? "-" : "←", buoy_story_get_hop_title (story, i));
      append_value (out, buoy_story_get_hop_host (story, i));
      append_value (out, buoy_story_get_hop_ip (story, i));
      g_string_append_c (out, '\n');
      if (note != NULL)
        g_string_append_printf (out, "      %s\n", note);
    }
}

static void
append_links (GString *out, BuoyStory *story)
{
  guint n_links = buoy_story_get_n_links (story);

  if (n_links > 0)
    append_heading (out, _ ("Where its links lead"));
  for (guint i = 0; i < n_links; i++)
    {
      g_string_append (out, "  -");
      append_shown (out, buoy_story_get_link_shown (story, i));
      g_string_append (out, " →");
      append_value (out, buoy_story_get_link_host (story, i));
      g_string_append_printf (out, " (%s)\n", buoy_story_get_link_note (story, i));
    }
}

/**
 * buoy_story_to_text:
 * @story: a story
 *
 * Writes the story as lines of text, for what a help desk wants to know beside buoy_notice_to_text(). Hosts are written
 * so that nobody opens them by accident.
 *
 * Returns: (transfer full): several lines, each with its newline
 */
char *
buoy_story_to_text (BuoyStory *story)
{
  GString *out;

  g_return_val_if_fail (story != NULL, NULL);

  out = g_string_new (NULL);
  append_statements (out, story, BUOY_TOPIC_SENDER, _ ("Who it says it is from"));
  append_route (out, story);
  append_statements (out, story, BUOY_TOPIC_AUTHENTICATION, _ ("Who vouches for it"));
  append_links (out, story);
  append_statements (out, story, BUOY_TOPIC_IN_FAVOUR, _ ("What speaks for the sender"));
  return g_string_free (out, FALSE);
}
