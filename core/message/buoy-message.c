/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message read from its bytes. Nothing is copied of the bytes but the texts, and nothing points into GMime's
 * objects when this is done.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-text.h"
#include "message/buoy-page-private.h"

#define BYTES_OF_LINK 3000 /* what judging one takes; some 20,000 links in the whole file */

void
buoy_message_note (GPtrArray *notes, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (notes, name, g_str_equal, NULL))
    g_ptr_array_add (notes, g_strdup (name));
}

void
buoy_link_free (gpointer data)
{
  BuoyLink *link = data;

  g_free (link->text);
  g_free (link->full_text);
  g_free (link->sure_text);
  g_free (link->head_text);
  g_free (link->href);
  g_free (link->written);
  g_clear_pointer (&link->base, g_ref_string_release);
  g_free (link->title);
  g_free (link);
}

static gboolean
has_room_for_link (BuoyMessage *message, const char *text, const char *href)
{
  return message->links->len < BUOY_MAX_LINKS
         && buoy_budget_keep (message->budget, BYTES_OF_LINK + strlen (text) + strlen (href));
}

void
buoy_message_add_link (BuoyMessage *message, BuoyLinkKind kind, char *text, char *href,
                       GRefString *base, gboolean has_image, gboolean in_html)
{
  BuoyLink *link;

  /* few, and what is beyond a wall of links is not to be lost */
  if (kind != BUOY_LINK_QR && !has_room_for_link (message, text, href))
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
  link->base = base != NULL ? g_ref_string_acquire (base) : NULL;
  link->has_image = has_image;
  link->in_html = in_html;
  link->surely_seen = !in_html && kind != BUOY_LINK_QR;
  g_ptr_array_add (message->links, link);
}

void
buoy_message_append_text (BuoyMessage *message, char **text, const char *more)
{
  const gsize length = strlen (*text);
  const gsize more_length = strlen (more);
  char *whole;

  /* what is there already is looked at and moved sixteen bytes a step */
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

BuoyMessage *
buoy_message_new_from_entity (GMimeMessage *entity, BuoyPartWalk *walk, guint depth)
{
  BuoyMessage *message = g_new0 (BuoyMessage, 1);

  g_atomic_ref_count_init (&message->ref_count);
  message->budget = buoy_budget_ref (walk->budget);
  message->limits = g_ptr_array_new_with_free_func (g_free);
  message->oddities = g_ptr_array_new_with_free_func (g_free);
  message->attachments = g_ptr_array_new_with_free_func (g_free);
  if (walk->keeps_pictures)
    message->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  message->pages = g_ptr_array_new_with_free_func (buoy_page_free);
  message->links = g_ptr_array_new_with_free_func (buoy_link_free);
  message->inner = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_message_unref);
  message->plain_text = g_strdup ("");
  message->html_text = g_strdup ("");
  message->html_others = g_strdup ("");
  message->html_sure_text = g_strdup ("");
  message->image_text = g_strdup ("");
  buoy_headers_read (message, entity);
  buoy_mailboxes_read (message, walk->options);
  buoy_parts_read (message, entity, walk, depth);
  return message;
}

/* A message has at least one field that only messages have, or any two fields. */
static gboolean
is_mail (GMimeMessage *entity)
{
  GMimeHeaderList *list = g_mime_object_get_header_list (GMIME_OBJECT (entity));

  return g_mime_header_list_get_count (list) > 0;
}

/* NULL where there is no header field. */
static BuoyMessage *
read_entity (GBytes *raw, BuoyPartWalk *walk, guint depth)
{
  gboolean has_cut;
  g_autoptr (GBytes) bytes = buoy_fields_disarm (raw, &has_cut);
  BuoyMessage *message = NULL;
  gboolean is_cut;
  GMimeMessage *entity = buoy_mail_parse (bytes, walk, &is_cut);

  if (entity != NULL && is_mail (entity))
    message = buoy_message_new_from_entity (entity, walk, depth);
  if (message != NULL && has_cut)
    buoy_message_note (message->limits, "headers");
  if (message != NULL && is_cut)
    buoy_message_note (message->limits, "parts");
  g_clear_object (&entity);
  return message;
}

BuoyMessage *
buoy_message_new_within (GBytes *bytes, BuoyPartWalk *walk, guint depth)
{
  GPtrArray *outer = walk->boundaries;
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  BuoyMessage *message;

  walk->boundaries = own;
  message = read_entity (bytes, walk, depth);
  walk->boundaries = outer;
  return message;
}

BuoyMessage *
buoy_message_new_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);

  return buoy_message_new_with_pictures (bytes, budget, NULL, NULL, error);
}

BuoyMessage *
buoy_message_new_with_pictures (GBytes *bytes, BuoyBudget *budget, BuoyPictureFunc look,
                                gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) oddities = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMimeParserOptions) options = NULL;
  BuoyPartWalk walk = { .budget = budget, .keeps_pictures = look != NULL };
  BuoyMessage *message;

  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, BUOY_ERROR, BUOY_ERROR_EMPTY, "the message is empty");
      return NULL;
    }
  buoy_gmime_init ();
  walk.options = options = buoy_gmime_options_new (oddities);
  message = buoy_message_new_within (bytes, &walk, 0);
  if (message == NULL)
    g_set_error (error, BUOY_ERROR, BUOY_ERROR_NOT_MAIL, "it is no mail: there is no header field");
  for (guint i = 0; message != NULL && i < oddities->len; i++)
    buoy_message_note (message->oddities, g_ptr_array_index (oddities, i));
  if (message != NULL && buoy_budget_is_spent (budget))
    buoy_message_note (message->limits, "time");
  if (message != NULL && look != NULL)
    buoy_pictures_look (message, look, user_data);
  return message;
}

BuoyMessage *
buoy_message_ref (BuoyMessage *message)
{
  g_atomic_ref_count_inc (&message->ref_count);
  return message;
}

void
buoy_message_unref (BuoyMessage *message)
{
  if (!g_atomic_ref_count_dec (&message->ref_count))
    return;

  buoy_budget_unref (message->budget);
  g_ptr_array_unref (message->headers);
  g_ptr_array_unref (message->received);
  g_ptr_array_unref (message->auth_results);
  g_ptr_array_unref (message->from);
  g_ptr_array_unref (message->reply_to);
  g_ptr_array_unref (message->to);
  g_ptr_array_unref (message->links);
  g_ptr_array_unref (message->inner);
  g_clear_pointer (&message->pictures, g_ptr_array_unref);
  g_ptr_array_unref (message->pages);
  g_ptr_array_unref (message->attachments);
  g_ptr_array_unref (message->limits);
  g_ptr_array_unref (message->oddities);
  g_clear_pointer (&message->sender, buoy_mailbox_free);
  g_clear_pointer (&message->return_path, buoy_mailbox_free);
  g_clear_pointer (&message->date, g_date_time_unref);
  g_free (message->message_id);
  g_free (message->subject);
  g_free (message->plain_text);
  g_free (message->html_text);
  g_free (message->html_others);
  g_free (message->html_sure_text);
  g_free (message->image_text);
  g_free (message);
}

const char *
buoy_message_get_header (const BuoyMessage *message, const char *name)
{
  for (guint i = 0; i < message->headers->len; i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);

      if (g_ascii_strcasecmp (header->name, name) == 0)
        return header->value;
    }
  return NULL;
}
