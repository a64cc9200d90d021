/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pictures of a message: kept as bytes where somebody looks for QR codes in them, else only counted.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-page-private.h"

#define MIN_PICTURE_BYTES 100 /* a code of 21 modules takes 120 bytes; counting pixels have fewer */
#define INLINE_PICTURE "data:image/"
#define BASE64_MARK ";base64,"

static gboolean
is_picture (GMimePart *part)
{
  static const char *const suffixes[] = { ".png", ".jpg", ".jpeg", ".gif" };
  static const char *const types[] = { "png", "jpeg", "jpg", "pjpeg", "gif" };
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  g_autofree char *file = buoy_part_get_file_name (part);
  const char *dot = file != NULL ? strrchr (file, '.') : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_mime_content_type_is_type (type, "image", types[i]))
      return TRUE;
  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (suffixes); i++)
    if (g_ascii_strcasecmp (dot, suffixes[i]) == 0)
      return TRUE;
  return FALSE;
}

/* How many more bytes of pictures are kept. */
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

/* Takes @bytes. */
static void
keep (BuoyMessage *message, GBytes *bytes)
{
  if (g_bytes_get_size (bytes) >= MIN_PICTURE_BYTES)
    g_ptr_array_add (message->pictures, bytes);
  else
    g_bytes_unref (bytes);
}

/* Encoded it is no shorter than decoded. */
static gboolean
is_tiny (GMimePart *part)
{
  GMimeDataWrapper *wrapper = g_mime_part_get_content (part);

  return wrapper == NULL
         || g_mime_stream_length (g_mime_data_wrapper_get_stream (wrapper)) < MIN_PICTURE_BYTES;
}

void
buoy_picture_read (BuoyMessage *message, GMimePart *part)
{
  if (!is_picture (part) || is_tiny (part))
    return;
  if (message->pictures == NULL)
    message->n_unread_pictures++;
  else if (room_left (message) == 0)
    buoy_message_note (message->limits, "pictures");
  else
    keep (message, g_byte_array_free_to_bytes (
                       buoy_part_decode (message, part, room_left (message), "pictures")));
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

/* data:image/png;base64,… (RFC 2397); where it is too long, a decoder would find no whole code in a part of it. */
void
buoy_picture_read_inline (BuoyMessage *message, const char *src)
{
  const char *start = strcasestr (src, BASE64_MARK);
  guchar *bytes;
  gsize length;

  if (g_ascii_strncasecmp (src, INLINE_PICTURE, strlen (INLINE_PICTURE)) != 0 || start == NULL)
    return;
  start += strlen (BASE64_MARK);
  length = strlen (start) / 4 * 3;
  if (length < MIN_PICTURE_BYTES)
    return;
  if (message->pictures == NULL)
    message->n_unread_pictures++;
  else if (length > room_left (message))
    buoy_message_note (message->limits, "pictures");
  else
    {
      bytes = g_base64_decode (start, &length);
      keep (message, g_bytes_new_take (bytes, length));
    }
}
