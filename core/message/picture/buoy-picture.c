/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/picture/buoy-picture.h"

#include <string.h>

#include "base/buoy-picture-type.h"
#include "base/url/buoy-data-url.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"
#include "message/mime/buoy-part.h"

#define MIN_PICTURE_BYTES 100 /* a code of 21 modules takes 120 bytes; counting pixels have fewer */
#define START_CHARS 1024      /* of a data: URL, enough to recognise a picture */
#define MAX_PICTURE_CHARS (2 * BUOY_MAX_PICTURE_BYTES) /* base64 is a third longer, and some of it may be escaped */
#define DATA_SCHEME "data:"
#define URL_PASSES 5 /* over a data: URL: it is stripped, split, unescaped and decoded */

/* Mail programs recognise pictures by their bytes, whatever the declared type. */
static gboolean
is_picture (GMimePart *part)
{
  char start[BUOY_PICTURE_MAGIC_BYTES];

  return buoy_picture_type (start, buoy_part_peek (part, start, sizeof start)) != NULL;
}

/* How many bytes the next picture may have; 0 if none can be kept. */
static gsize
room_left (BuoyMessage *message)
{
  gsize left = BUOY_MAX_PICTURES_BYTES;

  if (message->pictures->len >= BUOY_MAX_PICTURES)
    return 0;
  for (guint i = 0; i < message->pictures->len; i++)
    left -= g_bytes_get_size (g_ptr_array_index (message->pictures, i));
  return MIN (left, BUOY_MAX_PICTURE_BYTES);
}

/* Keeps @bytes, (transfer full), if they may contain a code and the budget allows it. */
static void
keep (BuoyMessage *message, GBytes *bytes)
{
  if (g_bytes_get_size (bytes) < MIN_PICTURE_BYTES)
    g_bytes_unref (bytes);
  else if (buoy_budget_keep (message->budget, g_bytes_get_size (bytes)))
    g_ptr_array_add (message->pictures, bytes);
  else
    {
      buoy_message_note (message->limits, "pictures");
      g_bytes_unref (bytes);
    }
}

/* Whether @part is too small for a code. Encoded data is never shorter than decoded data. */
static gboolean
is_tiny (GMimePart *part)
{
  GMimeDataWrapper *wrapper = g_mime_part_get_content (part);

  return wrapper == NULL || g_mime_stream_length (g_mime_data_wrapper_get_stream (wrapper)) < MIN_PICTURE_BYTES;
}

void
buoy_picture_read (BuoyMessage *message, GMimePart *part)
{
  if (is_tiny (part) || !is_picture (part))
    return;
  if (message->pictures == NULL)
    message->n_unread_pictures++;
  else if (room_left (message) == 0)
    buoy_message_note (message->limits, "pictures");
  else
    keep (message, g_byte_array_free_to_bytes (buoy_part_decode (message, part, room_left (message), "pictures")));
}

void
buoy_picture_add (BuoyMessage *message, GBytes *picture)
{
  if (message->pictures == NULL)
    message->n_unread_pictures++;
  else if (g_bytes_get_size (picture) > room_left (message))
    buoy_message_note (message->limits, "pictures");
  else
    keep (message, g_bytes_ref (picture));
}

/* Returns: (transfer full) (nullable): the bytes of a data: URL; NULL if @source is not one */
static GBytes *
decode_url (const char *source)
{
  g_autoptr (BuoyDataUrl) url = buoy_data_url_parse (source);

  return url != NULL ? buoy_data_url_decode (url, url->is_base64) : NULL;
}

static gboolean
starts_picture (const char *source)
{
  g_autofree char *start = g_strndup (source, START_CHARS);
  g_autoptr (GBytes) bytes = decode_url (start);
  gsize length;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return data != NULL && length >= MIN_PICTURE_BYTES && buoy_picture_type (data, length) != NULL;
}

/* A picture that is too long is not kept at all: a part of it has no complete code. */
void
buoy_picture_read_inline (BuoyMessage *message, const char *src)
{
  if (!starts_picture (src))
    return;
  if (message->pictures == NULL)
    message->n_unread_pictures++;
  else if (strlen (src) > MAX_PICTURE_CHARS)
    buoy_message_note (message->limits, "pictures");
  else if (buoy_budget_spend (message->budget, URL_PASSES * strlen (src)))
    {
      g_autoptr (GBytes) bytes = decode_url (src);

      buoy_picture_add (message, bytes);
    }
}

/* In a style or a srcset, an address ends at the first character that neither can contain. */
void
buoy_pictures_read_text (BuoyMessage *message, const char *text)
{
  const char *p = text;

  if (!buoy_budget_spend (message->budget, strlen (text)))
    return;
  while ((p = strcasestr (p, DATA_SCHEME)) != NULL)
    {
      const gsize length = strcspn (p, " \t\r\n\f\"')");
      g_autofree char *address = g_strndup (p, length);

      buoy_picture_read_inline (message, address);
      p += length;
    }
}
