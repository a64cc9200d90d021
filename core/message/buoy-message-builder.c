/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/buoy-message-builder.h"

#include "base/text/buoy-text.h"
#include "message/buoy-message.h"

#define BYTES_OF_LINK 3000 /* in memory, with what judging one adds; allows some 20,000 links in the whole file */

void
buoy_message_note (GPtrArray *notes, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (notes, name, g_str_equal, NULL))
    g_ptr_array_add (notes, g_strdup (name));
}

char *
buoy_message_take_link_text (BuoyMessage *message, char *text)
{
  g_autofree char *whole = text;

  if (strlen (whole) <= BUOY_MAX_LINK_BYTES)
    return g_steal_pointer (&whole);
  if (g_ascii_strncasecmp (whole, "data:", strlen ("data:")) != 0) /* judged by its type, not by its data */
    buoy_message_note (message->limits, "links");
  return buoy_text_cut_middle (whole, BUOY_MAX_LINK_BYTES);
}

char *
buoy_message_see_text (const char *text)
{
  g_autofree char *cut = buoy_text_cut_middle (text, BUOY_MAX_LINK_BYTES);
  g_autofree char *ordered = buoy_text_in_order (cut);
  g_autofree char *visible = buoy_text_strip_invisible (ordered);

  return buoy_text_squeeze (visible);
}

/* Browsers strip control characters, of which some stand as a word joiner in the parsed page. */
static gboolean
is_stripped (const char *p)
{
  const gunichar c = g_utf8_get_char (p);

  return (c > 0 && c <= ' ') || c == 0x2060;
}

/* Evolution leaves out invalid bytes, so that the rest is opened; other programs open nothing. */
static void
drop_invalid (char *href)
{
  char *end = href;

  for (const char *p = href; *p != '\0';)
    if (g_str_has_prefix (p, BUOY_TEXT_INVALID))
      p += strlen (BUOY_TEXT_INVALID);
    else
      *end++ = *p++;
  *end = '\0';
}

char *
buoy_message_strip_href (const char *written)
{
  g_autofree char *href = buoy_text_make_valid (written, -1);
  const char *start = href;
  char *end;

  drop_invalid (href);
  end = href + strlen (href);
  while (*start != '\0' && is_stripped (start))
    start = g_utf8_next_char (start);
  while (end > start && is_stripped (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);
  *end = '\0';
  return g_strdup (start);
}

/* Links of QR codes and links that a mail program displays are few: thousands of others must not crowd them out. */
static gboolean
has_room_for_link (BuoyMessage *message, BuoyLinkKind kind, const char *text, const char *href)
{
  if (kind == BUOY_LINK_QR || message->shown != NULL)
    return TRUE;
  return message->links->len < BUOY_MAX_LINKS
         && buoy_budget_keep (message->budget, BYTES_OF_LINK + strlen (text) + strlen (href));
}

void
buoy_message_add_link (BuoyMessage *message, BuoyLinkKind kind, char *text, char *href, GRefString *base,
                       gboolean has_image, gboolean in_html)
{
  g_autofree char *written = strlen (href) > BUOY_MAX_LINK_BYTES && in_html ? g_strdup (href) : NULL;
  BuoyLink *link;

  text = buoy_message_take_link_text (message, text);
  href = buoy_message_take_link_text (message, href);
  if (!has_room_for_link (message, kind, text, href))
    {
      buoy_message_note (message->limits, "links");
      g_free (text);
      g_free (href);
      return;
    }
  link = g_new0 (BuoyLink, 1);
  link->kind = kind;
  link->text = text;
  link->href = href;
  link->written = g_steal_pointer (&written);
  link->base = base != NULL ? g_ref_string_acquire (base) : NULL;
  link->has_image = has_image;
  link->in_html = in_html;
  link->surely_seen = !in_html && kind != BUOY_LINK_QR;
  g_ptr_array_add (message->links, link);
}

static guint
hash_target (gconstpointer data)
{
  return buoy_text_hash (((const BuoyLink *) data)->href);
}

static gboolean
has_same_target (gconstpointer one, gconstpointer two)
{
  const BuoyLink *a = one, *b = two;

  return a->in_html == b->in_html && g_str_equal (a->href, b->href) && g_strcmp0 (a->base, b->base) == 0;
}

static guint
hash_link (gconstpointer data)
{
  return hash_target (data) * 33 + buoy_text_hash (((const BuoyLink *) data)->text);
}

static gboolean
is_same_link (gconstpointer one, gconstpointer two)
{
  return has_same_target (one, two) && g_str_equal (((const BuoyLink *) one)->text, ((const BuoyLink *) two)->text);
}

/* Keeps the links from @first_new on that are not in @known. */
static void
keep_unknown (GPtrArray *links, guint first_new, GHashTable *known)
{
  guint n_kept = first_new;

  /* Bounded: BUOY_MAX_LINKS */
  for (guint i = first_new; i < links->len; i++)
    {
      BuoyLink *link = links->pdata[i];

      if (g_hash_table_contains (known, link)) /* adding it would replace the key */
        {
          buoy_link_free (link);
          continue;
        }
      g_hash_table_add (known, link);
      links->pdata[n_kept++] = link;
    }
  g_ptr_array_set_free_func (links, NULL);
  g_ptr_array_set_size (links, (int) n_kept);
  g_ptr_array_set_free_func (links, buoy_link_free);
}

gboolean
buoy_message_drop_known_links (BuoyMessage *message, guint first, guint first_new)
{
  g_autoptr (GHashTable) known = g_hash_table_new (hash_link, is_same_link);
  g_autoptr (GHashTable) targets = g_hash_table_new (hash_target, has_same_target);
  gboolean leads_elsewhere = FALSE;

  /* Bounded: BUOY_MAX_LINKS */
  for (guint i = first; i < first_new; i++)
    {
      g_hash_table_add (known, message->links->pdata[i]);
      g_hash_table_add (targets, message->links->pdata[i]);
    }
  for (guint i = first_new; i < message->links->len && !leads_elsewhere; i++)
    leads_elsewhere = !g_hash_table_contains (targets, message->links->pdata[i]);
  keep_unknown (message->links, first_new, known);
  return leads_elsewhere;
}

void
buoy_message_append_text (BuoyMessage *message, char **text, const char *more)
{
  const gsize length = strlen (*text);
  const gsize more_length = strlen (more);
  char *whole;

  /* the existing text is scanned and moved at sixteen bytes per step */
  if (more_length == 0 || !buoy_budget_spend (message->budget, length / 16))
    return;
  if (!buoy_budget_keep (message->budget, more_length))
    {
      buoy_message_note (message->limits, "time");
      return;
    }
  *text = g_realloc (*text, length + 1 + more_length + 1);
  (*text)[length] = '\n';
  memcpy (*text + length + (length > 0), more, more_length + 1);
  if (length + (length > 0) + more_length <= BUOY_MAX_VISIBLE_BYTES)
    return;
  buoy_message_note (message->limits, "visible-text");
  whole = *text;
  *text = buoy_text_cut_middle (whole, BUOY_MAX_VISIBLE_BYTES);
  g_free (whole);
}
