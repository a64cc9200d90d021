/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "comparison.h"

#include "buoy-shown-message-private.h"
#include "message/buoy-message.h"
#include "message/buoy-page.h"
#include "shown/buoy-shown-json.h"
#include "verdict/buoy-scan.h"

#define FEW_PIXELS 20 /* a corner that is left of an outline */

static void
list_hrefs (const BuoyMessage *message, GPtrArray *hrefs)
{
  for (guint i = 0; i < message->links->len; i++)
    {
      const BuoyLink *link = g_ptr_array_index (message->links, i);

      g_ptr_array_add (hrefs, link->written != NULL ? link->written : link->href);
    }
  for (guint i = 0; i < message->inner->len; i++)
    list_hrefs (g_ptr_array_index (message->inner, i), hrefs);
  for (guint i = 0; i < message->pages->len; i++)
    list_hrefs (((const BuoyPage *) g_ptr_array_index (message->pages, i))->content, hrefs);
}

static void
list_only_shown (const BuoyMessage *message, GPtrArray *only_shown)
{
  for (guint i = 0; i < message->links->len; i++)
    {
      const BuoyLink *link = g_ptr_array_index (message->links, i);

      if (link->only_shown != BUOY_ONLY_SHOWN_NOTHING)
        g_ptr_array_add (only_shown,
                         g_strdup_printf ("%s %s “%s”", link->only_shown == BUOY_ONLY_SHOWN_TEXT ? "text" : "link",
                                          link->href, link->text));
    }
}

static void
compare_links (Comparison *self, Display *display, GBytes *mail, BuoyShown *shown)
{
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (mail, NULL);
  g_autoptr (GPtrArray) hrefs = g_ptr_array_new ();

  for (guint i = 0; i < shown->links->len; i++)
    g_ptr_array_add (hrefs, ((const BuoyShownLink *) g_ptr_array_index (shown->links, i))->href);
  if (message != NULL)
    {
      buoy_message_join_shown (message, shown);
      list_hrefs (message, hrefs);
      list_only_shown (message, self->only_shown);
    }
  self->n_other_pixels = display_count_other_links (display, hrefs);
}

static void
judge (Comparison *self, GBytes *mail, BuoyShown *shown)
{
  g_autoptr (BuoyVerdict) first = buoy_scan_without_pictures (mail, NULL, NULL, &self->error);
  g_autoptr (BuoyVerdict) second = NULL;

  if (first != NULL)
    second = buoy_scan_shown_again (first, mail, shown, NULL, &self->error);
  if (second == NULL)
    return;
  self->before = buoy_verdict_get_level (first);
  self->after = buoy_verdict_get_level (second);
  self->is_whole = buoy_verdict_is_whole (second);
}

Comparison *
comparison_new (Display *display, GBytes *mail)
{
  Comparison *self = g_new0 (Comparison, 1);
  g_auto (GStrv) documents = NULL;
  g_autoptr (BuoyShown) shown = NULL;

  self->only_shown = g_ptr_array_new_with_free_func (g_free);
  self->is_late = !display_show (display, mail);
  documents = display_list_documents (display);
  shown = buoy_shown_json_join (documents);
  self->n_shown = shown->links->len;
  judge (self, mail, shown);
  compare_links (self, display, mail, shown);
  return self;
}

void
comparison_free (Comparison *self)
{
  g_ptr_array_unref (self->only_shown);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
comparison_has_unknown (const Comparison *self)
{
  return self->n_other_pixels > FEW_PIXELS && !self->is_late; /* else they may be the last message's */
}

gboolean
comparison_has_missed (const Comparison *self)
{
  return comparison_has_unknown (self) && self->error == NULL && self->is_whole;
}
