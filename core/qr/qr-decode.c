/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The work of a child: it reads one picture, shuts itself in, and only then looks at the first byte.
 */
#include "config.h"

#include <unistd.h>

#include "qr/buoy-qr.h"
#include "qr/qr-private.h"

#define BLOCK_BYTES (64 * 1024)

static GByteArray *
read_picture (int fd)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  ssize_t n;

  while (bytes->len < QR_MAX_PICTURE_BYTES && (n = read (fd, block, BLOCK_BYTES)) > 0)
    g_byte_array_append (bytes, block, (guint) n);
  return bytes;
}

/* One packet: whether these are all texts, then the texts, each with a null byte behind it. */
static gboolean
send_texts (int answer, GString *texts)
{
  const gboolean is_whole = texts->len <= BUOY_QR_MAX_TEXT_BYTES;

  g_string_truncate (texts, MIN (texts->len, BUOY_QR_MAX_TEXT_BYTES));
  g_string_prepend_c (texts, is_whole ? BUOY_QR_WHOLE : BUOY_QR_CUT);
  return write (answer, texts->str, texts->len) == (ssize_t) texts->len;
}

gboolean
qr_decode (gpointer sandbox, int picture, int answer)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GByteArray) bytes = NULL;
  QrPicture grey = { 0 };

  bytes = read_picture (picture);
  close (picture);
  if (!qr_sandbox_close (sandbox))
    return FALSE;
  if (bytes->len > 0 && qr_picture_read (bytes->data, bytes->len, &grey))
    qr_codes_read (&grey, texts);
  g_free (grey.pixels);
  return send_texts (answer, texts);
}
