/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pictures of a message, kept as bytes for the program that looks for QR codes in them, and what such a code becomes.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-shown-host.h"
#include "base/buoy-text.h"
#include "message/buoy-page-private.h"

#define MIN_PICTURE_BYTES 100 /* a code of 21 modules takes 120 bytes; counting pixels have fewer */
#define MAX_CODE_BYTES 4096   /* of one code's text (ISO/IEC 18004: 2953) */
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

void
buoy_picture_read (BuoyMessage *message, GMimePart *part)
{
  const gsize left = room_left (message);
  g_autoptr (GByteArray) bytes = NULL;

  if (!is_picture (part))
    return;
  if (left == 0)
    {
      buoy_message_note (message->limits, "pictures");
      return;
    }
  bytes = buoy_part_decode (message, part, left, "pictures");
  if (bytes->len >= MIN_PICTURE_BYTES)
    g_ptr_array_add (message->pictures, g_byte_array_free_to_bytes (g_steal_pointer (&bytes)));
}

void
buoy_picture_add (BuoyMessage *message, GBytes *picture)
{
  if (g_bytes_get_size (picture) > room_left (message))
    buoy_message_note (message->limits, "pictures");
  else
    g_ptr_array_add (message->pictures, g_bytes_ref (picture));
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
  if (strlen (start) / 4 * 3 > room_left (message))
    {
      buoy_message_note (message->limits, "pictures");
      return;
    }
  bytes = g_base64_decode (start, &length);
  if (length >= MIN_PICTURE_BYTES)
    g_ptr_array_add (message->pictures, g_bytes_new_take (bytes, length));
  else
    g_free (bytes);
}

/* "example.com/x" and "www.example.com": telephones open these too. */
static gboolean
is_bare_address (const char *text)
{
  g_autofree char *host = strpbrk (text, " \n@") == NULL ? buoy_shown_host_find (text) : NULL;

  return host != NULL && g_ascii_strncasecmp (text, host, strlen (host)) == 0;
}

void
buoy_message_add_code (BuoyMessage *message, const char *text)
{
  g_autofree char *address = buoy_text_squeeze (text);

  if (*address == '\0' || strlen (address) > MAX_CODE_BYTES)
    return;
  if (g_ascii_strncasecmp (address, "http:", 5) != 0
      && g_ascii_strncasecmp (address, "https:", 6) != 0)
    {
      g_autofree char *bare = g_steal_pointer (&address);

      if (!is_bare_address (bare))
        return;
      address = g_strconcat ("http://", bare, NULL);
    }
  buoy_message_add_link (message, BUOY_LINK_QR, g_strdup (""), g_steal_pointer (&address), NULL,
                         TRUE, TRUE);
}
