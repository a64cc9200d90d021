/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Runs in a child: receives one picture, enters the sandbox, and only then reads the first byte.
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

/* One packet: whether these are all texts, the picture's cost, and the texts; each ends with a NUL byte. */
static gboolean
send_texts (int answer, const QrPicture *picture, const GString *texts)
{
  const gboolean is_whole = !picture->is_unread && texts->len <= BUOY_QR_MAX_TEXT_BYTES;
  g_autoptr (GString) packet = g_string_new (NULL);

  g_string_append_printf (packet, "%c%" G_GUINT64_FORMAT "%c", is_whole ? BUOY_QR_WHOLE : BUOY_QR_CUT, picture->cost,
                          '\0');
  g_string_append_len (packet, texts->str, (gssize) MIN (texts->len, BUOY_QR_MAX_TEXT_BYTES));
  return write (answer, packet->str, packet->len) == (ssize_t) packet->len;
}

gboolean
qr_decode (gpointer sandbox, int picture, int answer, guint64 budget)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GByteArray) bytes = NULL;
  QrPicture grey = { .budget = budget };

  bytes = read_picture (picture);
  close (picture);
  if (!qr_sandbox_close (sandbox))
    return FALSE;
  if (bytes->len > 0)
    qr_picture_read (bytes->data, bytes->len, &grey);
  for (gboolean is_shown = grey.pixels != NULL; is_shown; is_shown = qr_picture_next (&grey))
    qr_codes_read (&grey, texts);
  g_free (grey.pixels);
  return send_texts (answer, &grey, texts);
}
