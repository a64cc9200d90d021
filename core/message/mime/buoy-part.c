/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/mime/buoy-part.h"

#include <string.h>

#include "base/text/buoy-charset.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

#define BLOCK_BYTES 16384

/* The decoded content of @part; (transfer full), NULL if there is none. */
static GMimeStream *
open_decoded (GMimePart *part)
{
  GMimeDataWrapper *wrapper = g_mime_part_get_content (part);
  GMimeStream *stream;
  GMimeStream *filtered;
  GMimeFilter *filter;

  if (wrapper == NULL)
    return NULL;
  stream = g_mime_data_wrapper_get_stream (wrapper);
  g_mime_stream_reset (stream);
  filtered = g_mime_stream_filter_new (stream);
  filter = g_mime_filter_basic_new (g_mime_data_wrapper_get_encoding (wrapper), FALSE);
  g_mime_stream_filter_add (GMIME_STREAM_FILTER (filtered), filter);
  g_object_unref (filter);
  return filtered;
}

gsize
buoy_part_peek (GMimePart *part, char *block, gsize n_bytes)
{
  GMimeStream *stream = open_decoded (part);
  gsize length = 0;
  ssize_t n;

  while (stream != NULL && length < n_bytes && (n = g_mime_stream_read (stream, block + length, n_bytes - length)) > 0)
    length += (gsize) n;
  g_clear_object (&stream);
  return length;
}

GByteArray *
buoy_part_decode (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit)
{
  GByteArray *bytes = g_byte_array_new ();
  GMimeStream *stream = open_decoded (part);
  char block[BLOCK_BYTES];
  ssize_t n;

  /* Bounded: mail_stream_read() spends for each block */
  while (stream != NULL && (n = g_mime_stream_read (stream, block, sizeof block)) > 0)
    {
      if (bytes->len + (gsize) n > max_bytes)
        {
          buoy_message_note (message->limits, limit);
          break;
        }
      g_byte_array_append (bytes, (const guint8 *) block, (guint) n);
    }
  g_clear_object (&stream);
  return bytes;
}

GByteArray *
buoy_part_decode_both_ends (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit)
{
  const guint half = (guint) max_bytes / 2;
  GByteArray *bytes = g_byte_array_new ();
  GMimeStream *stream = open_decoded (part);
  char block[BLOCK_BYTES];
  ssize_t n;

  /* Bounded: mail_stream_read() spends for each block */
  while (stream != NULL && (n = g_mime_stream_read (stream, block, sizeof block)) > 0)
    {
      g_byte_array_append (bytes, (const guint8 *) block, (guint) n);
      if (bytes->len > 2 * half)
        buoy_message_note (message->limits, limit);
      /* moves half of the buffer each time another half was read, so the cost is linear */
      if (bytes->len >= 3 * half)
        g_byte_array_remove_range (bytes, half, bytes->len - 2 * half);
    }
  g_clear_object (&stream);
  if (bytes->len > 2 * half)
    g_byte_array_remove_range (bytes, half, bytes->len - 2 * half);
  return bytes;
}

char *
buoy_part_to_text (BuoyMessage *message, GMimePart *part, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset");
  gboolean guessed = FALSE;
  char *text;

  if (length == 0)
    return g_strdup ("");
  if (memchr (data, '\0', length) != NULL)
    buoy_message_note (message->anomalies, "nul-bytes");
  text = buoy_charset_decode (data, length, charset, message->budget, &guessed);
  if (guessed)
    buoy_message_note (message->anomalies, "bad-charset");
  return text;
}
