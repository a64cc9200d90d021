/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * bellbuoy-qr: pictures on standard input, each behind its length in four bytes; the texts of their QR codes on
 * standard output, each with a null byte behind it. Nobody runs it but buoy-qr.c.
 */
#include "config.h"

#include <iconv.h>
#include <string.h>
#include <unistd.h>

#include "qr/buoy-qr.h"
#include "qr/qr-private.h"

#define FAILED 3 /* exit status */
#define BLOCK_BYTES (64 * 1024)

static GByteArray *
read_input (void)
{
  GByteArray *input = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  ssize_t n;

  while (input->len < QR_MAX_PICTURES_BYTES && (n = read (STDIN_FILENO, block, BLOCK_BYTES)) > 0)
    g_byte_array_append (input, block, (guint) n);
  return input;
}

/* The decoder writes texts in UTF-8 and asks for these tables, which are files. They stay open. */
static void
prepare_charsets (void)
{
  static const char *const charsets[] = { "ISO8859-1", "SJIS", "BIG5", "CP437", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    (void) iconv_open ("UTF-8", charsets[i]);
}

static void
read_pictures (const GByteArray *input, GString *texts)
{
  const guint8 *p = input->data;
  gsize left = input->len;
  guint32 length;

  while (left > sizeof length)
    {
      QrPicture picture = { 0 };

      memcpy (&length, p, sizeof length);
      p += sizeof length;
      left -= sizeof length;
      if (length > left)
        return;
      if (qr_picture_read (p, length, &picture))
        qr_codes_read (&picture, texts);
      g_free (picture.pixels);
      p += length;
      left -= length;
    }
}

static gboolean
write_texts (const GString *texts)
{
  const gsize length = MIN (texts->len, BUOY_QR_MAX_TEXT_BYTES);

  return length == 0 || write (STDOUT_FILENO, texts->str, length) == (ssize_t) length;
}

int
main (void)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GByteArray) input = NULL;

  if (!qr_sandbox_limit ())
    return FAILED;
  qr_picture_prepare ();
  prepare_charsets ();
  input = read_input ();
  if (!qr_sandbox_close ())
    return FAILED;
  read_pictures (input, texts);
  /* no clean-up of libraries, which may ask for what is closed */
  _exit (write_texts (texts) ? 0 : FAILED);
}
