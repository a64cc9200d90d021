/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the Thunderbird extension sends, fed any bytes. An input that begins with "\n" is one frame a line, each under
 * its right length, so that the requests themselves are reached; any other is the stream as it is.
 */
#include "config.h"

#include "fuzz.h"

#include <gio/gio.h>
#include <string.h>

#include "host-frames.h"
#include "host-requests.h"

static gboolean
on_frame (JsonObject *frame, gpointer session)
{
  return host_session_handle (session, frame);
}

static void
on_written (const GError *error, gpointer unused)
{
}

/* Settings of nobody, and no file of the user's. */
static gpointer
set_up (gpointer unused)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("XDG_DATA_HOME", "/dev/null", TRUE);
  return NULL;
}

/* What can be done at once; who waits for a worker waits in vain. */
static void
run_pending (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
feed_lines (HostFrames *frames, const char *data, gsize size)
{
  const char *end = data + size;

  for (const char *line = data; line < end;)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      const guint32 length = (guint32) ((newline != NULL ? newline : end) - line);

      if (!host_frames_feed (frames, (const guint8 *) &length, sizeof length, NULL)
          || !host_frames_feed (frames, (const guint8 *) line, length, NULL))
        return;
      run_pending ();
      line += length + 1;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr (HostOutput) output = NULL;
  g_autoptr (HostSession) session = NULL;
  g_autoptr (HostFrames) frames = NULL;

  g_once (&once, set_up, NULL);
  output = host_output_new (g_memory_output_stream_new_resizable (), on_written, NULL);
  session = host_session_new (output);
  session->was_greeted = TRUE; /* the greeting is for the process: it sets the language */
  frames = host_frames_new (on_frame, session);
  if (size > 0 && data[0] == '\n')
    feed_lines (frames, (const char *) data + 1, size - 1);
  else
    host_frames_feed (frames, data, size, NULL);
  run_pending ();
  return 0;
}
