/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A picture in greyscale on white, scaled to a size in which codes are found.
 */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdio.h>
#include <string.h>

#include "base/buoy-picture-type.h"
#include "qr/qr-frames.h"
#include "qr/qr-private.h"

/* They take 80 MB decoded. Screens have fewer, and photographs are reduced before sending. */
#define MAX_PIXELS (20 * 1024 * 1024)
#define LARGE_SIDE 1200 /* pixels; twice the width of a mail, so that a code that phones can read stays readable */
#define SMALL_SIDE 300  /* pixels; in smaller pictures a module of the code may be a single pixel */
#define ENLARGED 3
#define CHUNK_BYTES 4096
#define DRAWN_HEAD_BYTES 20

/* The measured cost of decoding a pixel and searching it for codes: 30 ns per unit at worst. */
#define COST_A_PIXEL 2
#define COST_A_PIXEL_OF_JPEG 1
#define COST_A_PIXEL_OF_FRAME 4 /* compared with those seen, beside what drawing it costs */
#define COST_A_PIXEL_SCANNED 8

typedef struct
{
  QrPicture *picture;
  guint cost_a_pixel;
  gboolean is_refused;
} Loading;

/* Loaders are loaded when first used; only those loaded here can be used in the sandbox. */
void
qr_picture_prepare (void)
{
  static const char *const types[]
      = { "png", "jpeg", "gif", "bmp", "ico", "tiff", "webp", "avif", "heif/avif", "jxl", "jpeg2000" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (types[i], NULL);

      if (loader != NULL)
        gdk_pixbuf_loader_close (loader, NULL);
    }
}

static guint64
cost_of (guint64 width, guint64 height, guint cost_a_pixel)
{
  const guint64 longer = MAX (width, height);
  guint64 scanned = width * height;

  if (longer > LARGE_SIDE)
    scanned = scanned / longer * LARGE_SIDE / longer * LARGE_SIDE;
  else if (longer < SMALL_SIDE)
    scanned *= ENLARGED * ENLARGED;
  return width * height * cost_a_pixel + scanned * COST_A_PIXEL_SCANNED;
}

/* Spends the cost of a picture of this size; FALSE if the budget does not allow it. */
static gboolean
spend (QrPicture *picture, int width, int height, guint cost_a_pixel)
{
  return (gint64) width * height <= MAX_PIXELS
         && qr_picture_spend (picture, cost_of ((guint64) width, (guint64) height, cost_a_pixel));
}

static void
choose_size (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Loading *loading = data;
  const int longer = MAX (width, height);

  loading->is_refused = !spend (loading->picture, width, height, loading->cost_a_pixel);
  if (loading->is_refused)
    gdk_pixbuf_loader_set_size (loader, 0, 0); /* otherwise it would allocate the memory */
  else if (longer > LARGE_SIDE)
    gdk_pixbuf_loader_set_size (loader, MAX (1, width * LARGE_SIDE / longer), MAX (1, height * LARGE_SIDE / longer));
}

/* In pieces, so that decoding stops when a picture turns out to be too large. */
static GdkPixbuf *
decode (const guchar *bytes, gsize length, const char *type, QrPicture *picture)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  g_autoptr (GError) error = NULL;
  Loading loading = { picture, COST_A_PIXEL, FALSE };
  GdkPixbuf *pixbuf = NULL;

  picture->is_unread = loader == NULL;
  if (loader == NULL)
    return NULL;
  if (g_str_equal (type, "jpeg"))
    loading.cost_a_pixel = COST_A_PIXEL_OF_JPEG;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (choose_size), &loading);
  for (gsize at = 0; at < length && error == NULL && !loading.is_refused; at += CHUNK_BYTES)
    gdk_pixbuf_loader_write (loader, bytes + at, MIN (length - at, CHUNK_BYTES), &error);
  gdk_pixbuf_loader_close (loader, error == NULL ? &error : NULL);
  picture->is_unread
      = loading.is_refused || g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY);
  if (!loading.is_refused)
    {
      pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
      picture->frames = qr_frames_new (gdk_pixbuf_loader_get_animation (loader));
      picture->is_unread |= picture->frames == NULL && qr_frames_are_in (bytes, length, type);
    }
  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

/* The brightness of the pixel, on white if it is transparent. */
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
          = grey_of (pixels + (y - QR_MARGIN) / scale * stride + (x - QR_MARGIN) / scale * step, has_alpha);
}

/* "P5\n21 21\n255\n" and a byte per pixel: how core/message writes drawings. */
static GdkPixbuf *
decode_drawn (const guchar *bytes, gsize length)
{
  g_autofree char *head = g_strndup ((const char *) bytes, MIN (length, DRAWN_HEAD_BYTES));
  guint width = 0;
  guint height = 0;
  int start = 0;
  GdkPixbuf *pixbuf;

  if (sscanf (head, "P5\n%4u %4u\n255%n", &width, &height, &start) != 2 || start == 0 || width == 0
      || length != (gsize) start + 1 + (gsize) width * height)
    return NULL;
  bytes += start + 1;
  pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int) width, (int) height);
  for (guint i = 0; pixbuf != NULL && i < width * height; i++)
    memset (gdk_pixbuf_get_pixels (pixbuf) + (gsize) (i / width) * (gsize) gdk_pixbuf_get_rowstride (pixbuf)
                + i % width * 3,
            bytes[i], 3);
  return pixbuf;
}

static GdkPixbuf *
open_picture (const guchar *bytes, gsize length, QrPicture *picture)
{
  const char *type = buoy_picture_type (bytes, length);
  GdkPixbuf *drawn;

  if (type != NULL)
    return decode (bytes, length, type, picture);
  drawn = decode_drawn (bytes, length);
  if (drawn != NULL && !spend (picture, gdk_pixbuf_get_width (drawn), gdk_pixbuf_get_height (drawn), COST_A_PIXEL))
    {
      picture->is_unread = TRUE;
      g_clear_object (&drawn);
    }
  return drawn;
}

/* Loaders may ignore the size they were given. */
static GdkPixbuf *
fit (GdkPixbuf *pixbuf)
{
  const int width = gdk_pixbuf_get_width (pixbuf);
  const int height = gdk_pixbuf_get_height (pixbuf);
  const int longer = MAX (width, height);

  if (longer <= LARGE_SIDE)
    return g_object_ref (pixbuf);
  return gdk_pixbuf_scale_simple (pixbuf, MAX (1, width * LARGE_SIDE / longer), MAX (1, height * LARGE_SIDE / longer),
                                  GDK_INTERP_BILINEAR);
}

static void
show (GdkPixbuf *shown, QrPicture *picture)
{
  g_autoptr (GdkPixbuf) pixbuf = fit (shown);
  guint scale;

  g_clear_pointer (&picture->pixels, g_free);
  if (pixbuf == NULL || gdk_pixbuf_get_bits_per_sample (pixbuf) != 8)
    return;
  scale = MAX (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf)) < SMALL_SIDE ? ENLARGED : 1;
  picture->width = (guint) gdk_pixbuf_get_width (pixbuf) * scale + 2 * QR_MARGIN;
  picture->height = (guint) gdk_pixbuf_get_height (pixbuf) * scale + 2 * QR_MARGIN;
  picture->pixels = g_malloc ((gsize) picture->width * picture->height);
  memset (picture->pixels, 255, (gsize) picture->width * picture->height);
  draw (pixbuf, scale, picture);
}

void
qr_picture_read (const guchar *bytes, gsize length, QrPicture *picture)
{
  g_autoptr (GdkPixbuf) pixbuf = open_picture (bytes, length, picture);

  if (pixbuf != NULL)
    show (pixbuf, picture);
}

gboolean
qr_picture_next (QrPicture *picture)
{
  GdkPixbuf *frame = picture->frames != NULL ? qr_frames_next (picture->frames, picture) : NULL;

  g_clear_pointer (&picture->pixels, g_free);
  if (frame != NULL
      && spend (picture, gdk_pixbuf_get_width (frame), gdk_pixbuf_get_height (frame), COST_A_PIXEL_OF_FRAME))
    show (frame, picture);
  else
    {
      picture->is_unread |= frame != NULL;
      g_clear_pointer (&picture->frames, qr_frames_free);
    }
  return picture->pixels != NULL;
}
