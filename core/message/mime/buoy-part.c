/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/mime/buoy-part.h"

#include <string.h>

#include "base/text/buoy-charset-readings.h"
#include "base/text/buoy-charset.h"
#include "message/buoy-message-builder.h"
#include "message/buoy-message.h"
#include "message/mime/buoy-gmime.h"

#define BLOCK_BYTES 16384

typedef struct
{
  GMimeStream *stream;
  gboolean is_base64; /* decoded here, else by the stream */
  int state;
  guint save;
} Decoder;

/* Returns FALSE if @part has no content. */
static gboolean
decoder_open (Decoder *decoder, GMimePart *part)
{
  GMimeDataWrapper *wrapper = g_mime_part_get_content (part);
  GMimeContentEncoding encoding;
  GMimeStream *stream;
  GMimeFilter *filter;

  memset (decoder, 0, sizeof *decoder);
  if (wrapper == NULL)
    return FALSE;
  stream = g_mime_data_wrapper_get_stream (wrapper);
  g_mime_stream_reset (stream);
  encoding = g_mime_data_wrapper_get_encoding (wrapper);
  decoder->is_base64 = encoding == GMIME_CONTENT_ENCODING_BASE64;
  decoder->stream = decoder->is_base64 ? g_object_ref (stream) : g_mime_stream_filter_new (stream);
  if (decoder->is_base64)
    return TRUE;
  filter = g_mime_filter_basic_new (encoding, FALSE);
  g_mime_stream_filter_add (GMIME_STREAM_FILTER (decoder->stream), filter);
  g_object_unref (filter);
  return TRUE;
}

static void
decoder_close (Decoder *decoder)
{
  g_clear_object (&decoder->stream);
}

/* Reads up to BLOCK_BYTES of the decoded content; returns 0 at its end. Base64 is decoded here, since GMime stops at
 * the first "=", while other programs also read what follows.
 */
static gsize
decoder_read (Decoder *decoder, char *block)
{
  char encoded[BLOCK_BYTES];
  gsize n_decoded = 0;
  ssize_t n;

  if (!decoder->is_base64)
    {
      n = g_mime_stream_read (decoder->stream, block, BLOCK_BYTES);
      return n > 0 ? (gsize) n : 0;
    }
  while (n_decoded == 0 && (n = g_mime_stream_read (decoder->stream, encoded, sizeof encoded)) > 0)
    n_decoded = g_base64_decode_step (encoded, (gsize) n, (guchar *) block, &decoder->state, &decoder->save);
  return n_decoded;
}

gsize
buoy_part_peek (GMimePart *part, char *bytes, gsize n_bytes)
{
  Decoder decoder;
  gsize length = 0;
  char block[BLOCK_BYTES];

  if (!decoder_open (&decoder, part))
    return 0;
  /* Bounded: BLOCK_BYTES */
  for (gsize n; length < n_bytes && (n = decoder_read (&decoder, block)) > 0;)
    {
      n = MIN (n, n_bytes - length);
      memcpy (bytes + length, block, n);
      length += n;
    }
  decoder_close (&decoder);
  return length;
}

GByteArray *
buoy_part_decode (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit)
{
  GByteArray *bytes = g_byte_array_new ();
  Decoder decoder;
  char block[BLOCK_BYTES];

  if (!decoder_open (&decoder, part))
    return bytes;
  /* Bounded: mail_stream_read() spends for each block */
  for (gsize n; (n = decoder_read (&decoder, block)) > 0;)
    {
      if (bytes->len + n > max_bytes)
        {
          buoy_message_note (message->limits, limit);
          break;
        }
      g_byte_array_append (bytes, (const guint8 *) block, (guint) n);
    }
  decoder_close (&decoder);
  return bytes;
}

GByteArray *
buoy_part_decode_both_ends (BuoyMessage *message, GMimePart *part, gsize max_bytes, const char *limit)
{
  const guint half = (guint) max_bytes / 2;
  GByteArray *bytes = g_byte_array_new ();
  Decoder decoder;
  char block[BLOCK_BYTES];

  if (!decoder_open (&decoder, part))
    return bytes;
  /* Bounded: mail_stream_read() spends for each block */
  for (gsize n; (n = decoder_read (&decoder, block)) > 0;)
    {
      g_byte_array_append (bytes, (const guint8 *) block, (guint) n);
      if (bytes->len > 2 * half)
        buoy_message_note (message->limits, limit);
      /* moves half of the buffer each time another half was read, so the cost is linear */
      if (bytes->len >= 3 * half)
        g_byte_array_remove_range (bytes, half, bytes->len - 2 * half);
    }
  decoder_close (&decoder);
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

/* Adds the strings of @more, (transfer full), except for @text and duplicates. */
static void
take_texts (GPtrArray *texts, GPtrArray *more, const char *text)
{
  for (guint i = 0; i < more->len; i++)
    if (!g_str_equal (g_ptr_array_index (more, i), text)
        && !g_ptr_array_find_with_equal_func (texts, g_ptr_array_index (more, i), g_str_equal, NULL))
      g_ptr_array_add (texts, g_strdup (g_ptr_array_index (more, i)));
  g_ptr_array_unref (more);
}

GPtrArray *
buoy_part_find_texts (BuoyMessage *message, GMimePart *part, GBytes *bytes, const char *text, gboolean is_file)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *charset = g_mime_object_get_content_type_parameter (GMIME_OBJECT (part), "charset");
  gboolean guessed = FALSE;
  g_autofree char *unlabelled = NULL;
  GPtrArray *texts;

  if (length == 0 || buoy_budget_is_cancelled (message->budget))
    return g_ptr_array_new_with_free_func (g_free);
  texts = buoy_charset_find_readings (data, length, charset, text, message->budget);
  if (!is_file || charset == NULL || buoy_budget_is_cancelled (message->budget))
    return texts;
  unlabelled = buoy_charset_decode (data, length, NULL, message->budget, &guessed);
  take_texts (texts, buoy_charset_find_readings (data, length, NULL, text, message->budget), text);
  if (!g_str_equal (unlabelled, text))
    g_ptr_array_add (texts, g_steal_pointer (&unlabelled));
  return texts;
}
