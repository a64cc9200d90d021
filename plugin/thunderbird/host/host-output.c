/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Writes one frame at a time; the others are queued.
 */
#include "config.h"

#include "host-output.h"

struct _HostOutput
{
  GOutputStream *stream;
  GCancellable *cancellable; /* cancelled when the output is freed */
  GQueue frames;             /* of GBytes; the first is being written */
  gsize backlog;
  HostOutputFunc written;
  gpointer user_data;
};

static void write_first (HostOutput *self);

HostOutput *
host_output_new (GOutputStream *stream, HostOutputFunc written, gpointer user_data)
{
  HostOutput *self = g_new0 (HostOutput, 1);

  self->stream = stream;
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->frames);
  self->written = written;
  self->user_data = user_data;
  return self;
}

void
host_output_free (HostOutput *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_object_unref (self->stream);
  g_queue_clear_full (&self->frames, (GDestroyNotify) g_bytes_unref);
  g_free (self);
}

static void
on_written (GObject *stream, GAsyncResult *result, gpointer data)
{
  HostOutput *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) frame = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error)
      && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the output was freed */
  frame = g_queue_pop_head (&self->frames);
  self->backlog -= g_bytes_get_size (frame);
  if (error == NULL && !g_queue_is_empty (&self->frames))
    write_first (self);
  self->written (error, self->user_data);
}

static void
write_first (HostOutput *self)
{
  gsize length;
  const void *bytes = g_bytes_get_data (g_queue_peek_head (&self->frames), &length);

  g_output_stream_write_all_async (self->stream, bytes, length, G_PRIORITY_DEFAULT, self->cancellable, on_written,
                                   self);
}

void
host_output_send (HostOutput *self, GBytes *frame)
{
  g_queue_push_tail (&self->frames, frame);
  self->backlog += g_bytes_get_size (frame);
  if (self->frames.length == 1)
    write_first (self);
}

gsize
host_output_get_backlog (HostOutput *self)
{
  return self->backlog;
}
