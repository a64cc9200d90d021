/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "comparison.h"

#include "buoy-shown-message-private.h"
#include "message/buoy-message.h"
#include "message/buoy-page.h"
#include "shown/buoy-shown-json.h"
#include "scan/buoy-scan.h"

#define FEW_PIXELS 20 /* a corner that is left of an outline */

static void
list_hrefs (const BuoyMessage *message, GPtrArray *hrefs)
{
  for (guint i = 0; i < message->links->len; i++)
    {
      const BuoyLink *link = g_ptr_array_index (message->links, i);

      g_ptr_array_add (hrefs, link->href); /* whose clicks are judged */
      if (link->written != NULL)
        g_ptr_array_add (hrefs, link->written);
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

/* Returns the links that are known, of char *. (transfer full) */
static GPtrArray *
compare_links (Comparison *self, BuoyMessage *message, BuoyShown *shown)
{
  GPtrArray *hrefs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < shown->links->len; i++)
    g_ptr_array_add (known, ((const BuoyShownLink *) g_ptr_array_index (shown->links, i))->href);
  if (message != NULL)
    {
      buoy_message_join_shown (message, shown);
      list_hrefs (message, known);
      list_only_shown (message, self->only_shown);
    }
  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (hrefs, g_strdup (g_ptr_array_index (known, i)));
  return hrefs;
}

/* @shown: (nullable) */
static void
judge (Comparison *self, GBytes *mail, BuoyShown *shown)
{
  g_autoptr (BuoyVerdict) first = buoy_scan (mail, NULL, 0, NULL, &self->error);
  g_autoptr (BuoyVerdict) second = NULL;

  if (first != NULL)
    second = shown != NULL ? buoy_scan_again (first, mail, shown, 0, NULL, &self->error) : buoy_verdict_ref (first);
  if (second == NULL)
    return;
  self->before = buoy_verdict_get_level (first);
  self->after = buoy_verdict_get_level (second);
  self->is_whole = buoy_verdict_is_whole (second);
}

/* @hrefs: takes the links that are known. */
static Comparison *
comparison_new (GBytes *mail, char **documents, GPtrArray *hrefs)
{
  Comparison *self = g_new0 (Comparison, 1);
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (mail, NULL);
  g_autoptr (BuoyShown) shown = buoy_shown_json_join (documents);

  self->only_shown = g_ptr_array_new_with_free_func (g_free);
  self->n_shown = shown->links->len;
  judge (self, mail, shown);
  g_ptr_array_add (hrefs, compare_links (self, message, shown));
  return self;
}

static GPtrArray *
compare_together (Display *display, const GPtrArray *mails)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) comparison_free);
  g_autoptr (GPtrArray) hrefs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const gboolean is_late = !display_show (display, mails);
  int n_pixels[DISPLAY_MAX_MAILS];

  for (guint i = 0; i < mails->len; i++)
    {
      g_auto (GStrv) documents = display_list_documents (display, i);

      g_ptr_array_add (list, comparison_new (g_ptr_array_index (mails, i), documents, hrefs));
    }
  display_count_other_links (display, hrefs, n_pixels);
  for (guint i = 0; i < list->len; i++)
    {
      Comparison *comparison = g_ptr_array_index (list, i);

      comparison->is_late = is_late;
      comparison->n_other_pixels = n_pixels[i];
    }
  return list;
}

static Comparison *
compare_alone (Display *display, GBytes *mail)
{
  g_autoptr (GPtrArray) mails = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = NULL;

  g_ptr_array_add (mails, mail);
  list = compare_together (display, mails);
  return g_ptr_array_steal_index (list, 0);
}

GPtrArray *
comparison_list_new (Display *display, const GPtrArray *mails)
{
  GPtrArray *list = compare_together (display, mails);

  for (guint i = 0; i < list->len && mails->len > 1; i++)
    {
      Comparison *comparison = g_ptr_array_index (list, i);

      if (!comparison->is_late && !comparison_has_unknown (comparison))
        continue;
      list->pdata[i] = compare_alone (display, g_ptr_array_index (mails, i));
      comparison_free (comparison);
    }
  return list;
}

/* What the formatter makes of @mail has no other links than the bytes: these are judged, and nothing is displayed. NULL
 * if it may have.
 */
static Comparison *
compare_formatted (Display *display, GBytes *mail)
{
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (mail, NULL);
  g_autoptr (GPtrArray) hrefs = g_ptr_array_new ();
  Comparison *self;

  if (message != NULL)
    list_hrefs (message, hrefs);
  if (display_may_show_others (display, mail, hrefs))
    return NULL;
  self = g_new0 (Comparison, 1);
  self->is_formatted = TRUE;
  self->only_shown = g_ptr_array_new_with_free_func (g_free);
  judge (self, mail, NULL);
  return self;
}

/* Displays the messages of @mails that have no comparison in @list yet, in one page after another. */
static void
compare_rest (Display *display, const GPtrArray *mails, GPtrArray *list)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < mails->len; i++)
    {
      if (list->pdata[i] == NULL)
        {
          g_ptr_array_add (rest, g_ptr_array_index (mails, i));
          g_ptr_array_add (places, &list->pdata[i]);
        }
      if (rest->len == DISPLAY_MAX_MAILS || (rest->len > 0 && i + 1 == mails->len))
        {
          g_autoptr (GPtrArray) compared = comparison_list_new (display, rest);

          for (guint k = 0; k < rest->len; k++)
            *(gpointer *) g_ptr_array_index (places, k) = g_steal_pointer (&compared->pdata[k]);
          g_ptr_array_set_size (rest, 0);
          g_ptr_array_set_size (places, 0);
        }
    }
}

GPtrArray *
comparison_list_new_where_needed (Display *display, const GPtrArray *mails)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) comparison_free);

  for (guint i = 0; i < mails->len; i++)
    g_ptr_array_add (list, compare_formatted (display, g_ptr_array_index (mails, i)));
  compare_rest (display, mails, list);
  return list;
}

void
comparison_free (Comparison *self)
{
  if (self == NULL)
    return;
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
