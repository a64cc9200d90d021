/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Animation frames that are shown long enough to be scanned: a phone needs about a second.
 */
#include "config.h"

#include "qr/qr-frames.h"

#include <string.h>

#define MS_A_LOOK 500
#define MS_A_FRAME 10  /* at least; loaders keep to it, too */
#define MAX_LOOKS 40   /* twenty seconds; nobody waits longer for a code */
#define MAX_REPEATS 10 /* frames in a row that were seen before: it starts over */
#define COST_A_PIXEL 2 /* of a frame that is drawn over the last one */
#define COST_A_FRAME 100

#define WEBP_FLAGS_OFFSET 20 /* of a "VP8X" chunk, which comes first */
#define WEBP_IS_ANIMATED 0x02

struct _QrFrames
{
  GdkPixbufAnimation *animation;
  GdkPixbufAnimationIter *iter;
  gint64 ms; /* since its start */
  guint n_looks;
  guint n_repeats;  /* in a row */
  GHashTable *seen; /* hashes of frames: most animations repeat */
};

/* The only time type that gdk-pixbuf accepts here. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static GTimeVal
time_at (gint64 ms)
{
  const GTimeVal time = { (glong) (ms / 1000), (glong) (ms % 1000 * 1000) };

  return time;
}

QrFrames *
qr_frames_new (GdkPixbufAnimation *animation)
{
  const GTimeVal start = time_at (0);
  QrFrames *frames;

  if (animation == NULL || gdk_pixbuf_animation_is_static_image (animation))
    return NULL;
  frames = g_new0 (QrFrames, 1);
  frames->animation = g_object_ref (animation);
  frames->seen = g_hash_table_new (NULL, NULL);
  frames->iter = gdk_pixbuf_animation_get_iter (animation, &start);
  return frames;
}

static gboolean
is_new (QrFrames *frames, const GdkPixbuf *frame)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (gdk_pixbuf_read_pixels (frame), gdk_pixbuf_get_byte_length (frame));

  return g_hash_table_add (frames->seen, GUINT_TO_POINTER (g_bytes_hash (bytes)));
}

/* Draws the next frame over the current one; FALSE if there is none, or if that costs too much. */
static gboolean
advance (QrFrames *frames, QrPicture *picture)
{
  const int delay = gdk_pixbuf_animation_iter_get_delay_time (frames->iter);
  const guint64 n_pixels = (guint64) gdk_pixbuf_animation_get_width (frames->animation)
                           * (guint64) gdk_pixbuf_animation_get_height (frames->animation);
  GTimeVal time;

  if (delay < 0) /* the animation ends with this frame */
    return FALSE;
  if (!qr_picture_spend (picture, COST_A_FRAME + n_pixels * COST_A_PIXEL))
    {
      picture->is_unread = TRUE;
      return FALSE;
    }
  frames->ms += MAX (delay, MS_A_FRAME);
  time = time_at (frames->ms);
  gdk_pixbuf_animation_iter_advance (frames->iter, &time);
  gdk_pixbuf_animation_iter_get_pixbuf (frames->iter);
  return TRUE;
}

GdkPixbuf *
qr_frames_next (QrFrames *frames, QrPicture *picture)
{
  while (frames->n_looks++ < MAX_LOOKS && frames->n_repeats < MAX_REPEATS)
    {
      const gint64 next_look = frames->ms + MS_A_LOOK;
      GdkPixbuf *frame;

      while (frames->ms < next_look)
        if (!advance (frames, picture))
          return NULL;
      frame = gdk_pixbuf_animation_iter_get_pixbuf (frames->iter);
      if (frame != NULL && is_new (frames, frame))
        {
          frames->n_repeats = 0;
          return frame;
        }
      frames->n_repeats++;
    }
  return NULL;
}
G_GNUC_END_IGNORE_DEPRECATIONS

void
qr_frames_free (QrFrames *frames)
{
  g_hash_table_unref (frames->seen);
  g_object_unref (frames->iter);
  g_object_unref (frames->animation);
  g_free (frames);
}

/* In an APNG, a chunk "acTL" comes before the image. */
static gboolean
is_apng (const guchar *bytes, gsize length)
{
  const guchar *image = memmem (bytes, length, "IDAT", 4);

  return image != NULL && memmem (bytes, (gsize) (image - bytes), "acTL", 4) != NULL;
}

gboolean
qr_frames_are_in (const guchar *bytes, gsize length, const char *type)
{
  if (g_str_equal (type, "png"))
    return is_apng (bytes, length);
  if (g_str_equal (type, "webp"))
    return length > WEBP_FLAGS_OFFSET && memcmp (bytes + 12, "VP8X", 4) == 0
           && (bytes[WEBP_FLAGS_OFFSET] & WEBP_IS_ANIMATED) != 0;
  return g_str_equal (type, "avif") && length > 12 && memcmp (bytes + 8, "avis", 4) == 0;
}
