/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The codes in a picture, dark on light or light on dark.
 */
#include "config.h"

#include <string.h>
#include <zbar.h>

#include "qr/qr-private.h"

/* Animation frames with the same code count once. */
static void
add_text (GString *texts, const char *text)
{
  const gsize size = strlen (text) + 1;
  const char *end = texts->str + texts->len;

  for (const char *p = texts->str; p < end; p += strlen (p) + 1)
    if (strcmp (p, text) == 0)
      return;
  g_string_append_len (texts, text, (gssize) size);
}

static guint
scan (zbar_image_scanner_t *scanner, const QrPicture *picture, GString *texts)
{
  zbar_image_t *image = zbar_image_create ();
  guint n = 0;

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, picture->width, picture->height);
  zbar_image_set_data (image, picture->pixels, (gulong) picture->width * picture->height, NULL);
  zbar_scan_image (scanner, image);
  for (const zbar_symbol_t *code = zbar_image_first_symbol (image); code != NULL; code = zbar_symbol_next (code), n++)
    add_text (texts, zbar_symbol_get_data (code));
  zbar_image_destroy (image);
  return n;
}

/* Everything except the margin: an inverted code needs a light margin too. */
static void
invert (QrPicture *picture)
{
  for (guint y = QR_MARGIN; y < picture->height - QR_MARGIN; y++)
    for (guint x = QR_MARGIN; x < picture->width - QR_MARGIN; x++)
      {
        guchar *pixel = picture->pixels + (gsize) y * picture->width + x;

        *pixel = (guchar) (255 - *pixel);
      }
}

void
qr_codes_read (QrPicture *picture, GString *texts)
{
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();

  zbar_image_scanner_set_config (scanner, 0, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  if (scan (scanner, picture, texts) == 0)
    {
      invert (picture);
      scan (scanner, picture, texts);
    }
  zbar_image_scanner_destroy (scanner);
}
