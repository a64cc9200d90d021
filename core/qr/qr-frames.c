/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Animation frames that are shown long enough to be scanned: a phone needs about a second.
 */
#include "config.h"

#include "qr/qr-frames.h"

#define MS_A_LOOK 500
#define MAX_LOOKS 40 /* twenty seconds; nobody waits longer for a code */

struct _QrFrames
{
  GdkPixbufAnimation *animation;
  GdkPixbufAnimationIter *iter;
  gint64 ms; /* since its start */
  guint n_looks;
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

GdkPixbuf *
qr_frames_next (QrFrames *frames)
{
  while (frames->n_looks++ < MAX_LOOKS)
    {
      const int delay = gdk_pixbuf_animation_iter_get_delay_time (frames->iter);
      GTimeVal time;
      GdkPixbuf *frame;

      if (delay < 0) /* the animation ends with this frame */
        return NULL;
      frames->ms += MAX (delay, MS_A_LOOK);
      time = time_at (frames->ms);
      gdk_pixbuf_animation_iter_advance (frames->iter, &time);
      frame = gdk_pixbuf_animation_iter_get_pixbuf (frames->iter);
      if (frame != NULL && is_new (frames, frame))
        return frame;
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
