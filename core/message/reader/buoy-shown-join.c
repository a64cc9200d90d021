/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A displayed link is known if the bytes have one with the same address and, in one of its readings, the same text.
 * White space, letter case and invisible characters are ignored: a style may change them.
 */
#include "config.h"

#include "buoy-shown-message-private.h"
#include "message/buoy-message.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-page.h"
#include "message/reader/buoy-shown-text.h"

#define STEPS_OF_LINK 200 /* for lookups in two hash tables */
#define STEPS_OF_BYTE 20  /* of a text, which is made visible and folded */

typedef struct
{
  BuoyMessage *message;
  GHashTable *hrefs; /* of char *: every address in the bytes */
  GHashTable *links; /* of char *: every address with each reading of its text */
  guint n_links;
  gboolean has_password_field;
  GRefString *base; /* of the last link; NULL if it had none */
} Join;

static char *
key_of (const char *href, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *key = g_string_new (href);

  g_string_append_c (key, '\n');
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (key, p, g_utf8_next_char (p) - p);
  return g_string_free (key, FALSE);
}

static void
learn_link (Join *join, const BuoyLink *link)
{
  const char *const readings[] = { link->text, link->full_text, link->sure_text, link->head_text, link->title };

  g_hash_table_add (join->hrefs, link->href);
  join->n_links++;
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    if (readings[i] != NULL
        && buoy_budget_spend (join->message->budget,
                              STEPS_OF_LINK + STEPS_OF_BYTE * (strlen (readings[i]) + strlen (link->href))))
      g_hash_table_add (join->links, key_of (link->href, readings[i]));
}

/* Learns the links of @message and of everything in it: a mail program may display an attachment inline. */
static void
learn_message (Join *join, const BuoyMessage *message)
{
  join->has_password_field |= message->has_password_field;
  for (guint i = 0; i < message->links->len; i++)
    learn_link (join, g_ptr_array_index (message->links, i));
  for (guint i = 0; i < message->inner->len; i++)
    learn_message (join, g_ptr_array_index (message->inner, i));
  for (guint i = 0; i < message->pages->len; i++)
    learn_message (join, ((const BuoyPage *) g_ptr_array_index (message->pages, i))->content);
}

static GRefString *
base_of (Join *join, const BuoyShownLink *shown)
{
  if (shown->base == NULL)
    return NULL;
  if (join->base == NULL || !g_str_equal (join->base, shown->base))
    {
      g_clear_pointer (&join->base, g_ref_string_release);
      join->base = g_ref_string_new (shown->base);
    }
  return join->base;
}

static void
add_link (Join *join, const BuoyShownLink *shown)
{
  BuoyMessage *message = join->message;
  const guint before = message->links->len;
  g_autofree char *text = NULL;
  g_autofree char *href = NULL;
  g_autofree char *key = NULL;
  BuoyLink *link;

  if (!buoy_budget_spend (message->budget,
                          STEPS_OF_LINK + STEPS_OF_BYTE * (strlen (shown->text) + strlen (shown->href))))
    return;
  text = buoy_message_see_text (shown->text);
  href = buoy_message_strip_href (shown->href);
  key = key_of (href, text);
  if (g_hash_table_contains (join->links, key))
    return;
  buoy_message_add_link (message, shown->is_form ? BUOY_LINK_FORM : BUOY_LINK_ANCHOR, g_steal_pointer (&text),
                         g_strdup (href), base_of (join, shown), FALSE, TRUE);
  g_hash_table_add (join->links, g_steal_pointer (&key));
  if (message->links->len == before)
    return;
  link = g_ptr_array_index (message->links, before);
  link->only_shown = g_hash_table_contains (join->hrefs, href) ? BUOY_ONLY_SHOWN_TEXT : BUOY_ONLY_SHOWN_LINK;
  if (link->written == NULL && !g_str_equal (link->href, shown->href))
    link->written = g_strdup (shown->href);
}

/* Called first for the links that are seen, since a limit may drop some of them. */
static void
add_links (Join *join, const BuoyShown *shown, gboolean are_seen)
{
  for (guint i = 0; i < shown->links->len; i++)
    {
      const BuoyShownLink *link = g_ptr_array_index (shown->links, i);

      if (link->is_seen == are_seen)
        add_link (join, link);
    }
}

void
buoy_message_join_shown (BuoyMessage *message, BuoyShown *shown)
{
  Join join = { .message = message };

  message->shown = buoy_shown_ref (shown);
  join.hrefs = g_hash_table_new (buoy_text_hash, g_str_equal);
  join.links = g_hash_table_new_full (buoy_text_hash, g_str_equal, g_free, NULL);
  learn_message (&join, message);
  add_links (&join, shown, TRUE);
  add_links (&join, shown, FALSE);
  if (shown->n_left_out > 0 && shown->links->len + shown->n_left_out > join.n_links)
    buoy_message_note (message->limits, "links");
  message->has_password_field |= shown->has_password_field && !join.has_password_field;
  message->shown_text = buoy_shown_text_find (message, shown->text->str);
  if (buoy_budget_is_spent (message->budget))
    buoy_message_note (message->limits, "time");
  g_hash_table_unref (join.hrefs);
  g_hash_table_unref (join.links);
  g_clear_pointer (&join.base, g_ref_string_release);
}
