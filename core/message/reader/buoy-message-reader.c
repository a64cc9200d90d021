/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads a message from its bytes.
 */
#include "config.h"

#include "buoy-types.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/buoy-page.h"
#include "message/header/buoy-headers.h"
#include "message/header/buoy-mailbox.h"
#include "message/mime/buoy-gmime.h"
#include "message/picture/buoy-picture-codes.h"
#include "message/reader/buoy-mail-stream.h"
#include "message/reader/buoy-part-walk.h"
#include "message/reader/buoy-parts.h"

static BuoyMessage *
message_new (GMimeMessage *entity, BuoyPartWalk *walk, guint depth)
{
  BuoyMessage *message = g_new0 (BuoyMessage, 1);

  g_atomic_ref_count_init (&message->ref_count);
  message->budget = buoy_budget_ref (walk->budget);
  message->limits = g_ptr_array_new_with_free_func (g_free);
  message->anomalies = g_ptr_array_new_with_free_func (g_free);
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
  message->hidden_image_text = g_strdup ("");
  buoy_headers_read (message, entity);
  buoy_mailboxes_read (message, walk->options);
  buoy_parts_read (message, entity, walk, depth);
  return message;
}

/* Whether there is at least one header field, of any name. */
static gboolean
is_mail (GMimeMessage *entity)
{
  GMimeHeaderList *list = g_mime_object_get_header_list (GMIME_OBJECT (entity));

  return g_mime_header_list_get_count (list) > 0;
}

/* Returns: (transfer full) (nullable): the message; NULL if it has no header field */
static BuoyMessage *
read_entity (GBytes *bytes, BuoyPartWalk *walk, guint depth)
{
  BuoyMessage *message = NULL;
  BuoyMailCuts cuts;
  GMimeMessage *entity = buoy_mail_parse (bytes, walk, &cuts);

  if (entity != NULL && is_mail (entity))
    message = message_new (entity, walk, depth);
  if (message != NULL && cuts.fields)
    buoy_message_note (message->limits, "headers");
  if (message != NULL && cuts.parts)
    buoy_message_note (message->limits, "parts");
  g_clear_object (&entity);
  return message;
}

static BuoyMessage *
read_file (GBytes *bytes, BuoyPartWalk *walk, guint depth)
{
  GPtrArray *outer = walk->boundaries;
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
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
buoy_message_new_with_pictures (GBytes *bytes, BuoyBudget *budget, BuoyPictureFunc look, gpointer user_data,
                                GError **error)
{
  g_autoptr (GPtrArray) anomalies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMimeParserOptions) options = NULL;
  BuoyPartWalk walk
      = { .budget = budget, .keeps_pictures = look != NULL, .read_entity = message_new, .read_file = read_file };
  BuoyMessage *message;

  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, BUOY_ERROR, BUOY_ERROR_EMPTY, "the message is empty");
      return NULL;
    }
  buoy_gmime_init ();
  walk.options = options = buoy_gmime_options_new (anomalies);
  message = read_file (bytes, &walk, 0);
  if (message == NULL && buoy_budget_is_spent (budget))
    g_set_error (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX, "it takes too long to be read");
  else if (message == NULL)
    g_set_error (error, BUOY_ERROR, BUOY_ERROR_NOT_MAIL, "not a mail message: no header field found");
  for (guint i = 0; message != NULL && i < anomalies->len; i++)
    buoy_message_note (message->anomalies, g_ptr_array_index (anomalies, i));
  if (message != NULL && buoy_budget_is_spent (budget))
    buoy_message_note (message->limits, "time");
  if (message != NULL && look != NULL)
    buoy_pictures_look (message, look, user_data);
  return message;
}
