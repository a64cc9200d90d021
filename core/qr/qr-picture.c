/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A picture as shades of grey on white paper, of a size in which a code is found: what is tiny is enlarged, what is
 * large is made smaller.
 */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdio.h>
#include <string.h>

#include "qr/qr-private.h"

#define MAX_PIXELS (32 * 1024 * 1024) /* photographs have fewer */
#define LARGE_SIDE 2000               /* pixels; a code is read at a tenth of that */
#define SMALL_SIDE 300 /* pixels; below it a module of the code can be a single one */
#define ENLARGED 3
#define CHUNK_BYTES 4096
#define DRAWN_HEAD_BYTES 20

static const char *
type_of (const guchar *bytes, gsize length)
{
  static const struct
  {
    const char *start;
    const char *type;
  } rows[] = { { "\x89PNG", "png" }, { "\xff\xd8\xff", "jpeg" }, { "GIF8", "gif" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (length > strlen (rows[i].start)
        && memcmp (bytes, rows[i].start, strlen (rows[i].start)) == 0)
      return rows[i].type;
  return NULL;
}

/* Loaders are looked up and loaded when they are asked for first. */
void
qr_picture_prepare (void)
{
  static const char *const types[] = { "png", "jpeg", "gif" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (types[i], NULL);

      if (loader != NULL)
        gdk_pixbuf_loader_close (loader, NULL);
    }
}

static void
choose_size (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  gboolean *too_large = data;
  const int longer = MAX (width, height);

  if ((gint64) width * height > MAX_PIXELS)
    *too_large = TRUE;
  else if (longer > LARGE_SIDE)
    gdk_pixbuf_loader_set_size (loader, MAX (1, width * LARGE_SIDE / longer),
                                MAX (1, height * LARGE_SIDE / longer));
}

/* In pieces, so that a picture that turns out to be too large is left. */
static GdkPixbuf *
decode (const guchar *bytes, gsize length, const char *type)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  gboolean too_large = FALSE;
  gboolean works = loader != NULL;
  GdkPixbuf *pixbuf = NULL;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (choose_size), &too_large);
  for (gsize at = 0; at < length && works && !too_large; at += CHUNK_BYTES)
    works = gdk_pixbuf_loader_write (loader, bytes + at, MIN (length - at, CHUNK_BYTES), NULL);
  gdk_pixbuf_loader_close (loader, NULL);
  if (!too_large)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

/* How bright the eye takes the pixel, on white where it is transparent. */
static guchar
grey_of (const guchar *pixel, gboolean has_alpha)
{
  const guint grey = (299u * pixel[0] + 587u * pixel[1] + 114u * pixel[2]) / 1000;

  return (guchar) (has_alpha ? 255 - (255 - grey) * pixel[3] / 255 : grey);
}

static void
draw (const GdkPixbuf *pixbuf, guint scale, QrPicture *picture)
{
  const guchar *pixels = gdk_pixbuf_read_pixels (pixbuf);
  const gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  const gsize step = (gsize) gdk_pixbuf_get_n_channels (pixbuf);
  const gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);

  for (guint y = QR_MARGIN; y < picture->height - QR_MARGIN; y++)
    for (guint x = QR_MARGIN; x < picture->width - QR_MARGIN; x++)
      picture->pixels[(gsize) y * picture->width + x]
          = grey_of (pixels + (y - QR_MARGIN) / scale * stride + (x - QR_MARGIN) / scale * step,
                     has_alpha);
}

/* "P5\n21 21\n255\n" and a byte a pixel: how core/message writes what was drawn out of letters. */
static GdkPixbuf *
decode_drawn (const guchar *bytes, gsize length)
{
  g_autofree char *head = g_strndup ((const char *) bytes, MIN (length, DRAWN_HEAD_BYTES));
  guint width = 0;
  guint height = 0;
  int start = 0;
  GdkPixbuf *pixbuf;

  if (sscanf (head, "P5\n%4u %4u\n255%n", &width, &height, &start) != 2 || start == 0
      || width == 0 || length != (gsize) start + 1 + (gsize) width * height)
    return NULL;
  bytes += start + 1;
  pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int) width, (int) height);
  for (guint i = 0; pixbuf != NULL && i < width * height; i++)
    memset (gdk_pixbuf_get_pixels (pixbuf)
                + (gsize) (i / width) * (gsize) gdk_pixbuf_get_rowstride (pixbuf) + i % width * 3,
            bytes[i], 3);
  return pixbuf;
}

static GdkPixbuf *
open_picture (const guchar *bytes, gsize length)
{
  const char *type = type_of (bytes, length);

  return type != NULL ? decode (bytes, length, type) : decode_drawn (bytes, length);
}

gboolean
qr_picture_read (const guchar *bytes, gsize length, QrPicture *out_picture)
{
  g_autoptr (GdkPixbuf) pixbuf = open_picture (bytes, length);
  guint scale;

  if (pixbuf == NULL || gdk_pixbuf_get_bits_per_sample (pixbuf) != 8)
    return FALSE;
  scale = MAX (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf)) < SMALL_SIDE
              ? ENLARGED
              : 1;
  out_picture->width = (guint) gdk_pixbuf_get_width (pixbuf) * scale + 2 * QR_MARGIN;
  out_picture->height = (guint) gdk_pixbuf_get_height (pixbuf) * scale + 2 * QR_MARGIN;
  out_picture->pixels = g_malloc ((gsize) out_picture->width * out_picture->height);
  memset (out_picture->pixels, 255, (gsize) out_picture->width * out_picture->height);
  draw (pixbuf, scale, out_picture);
  return TRUE;
}
