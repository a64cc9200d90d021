/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The native program of the Thunderbird extension; it runs until the end of its standard input.
 */
#include "config.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include "events/buoy-events.h"
#include "host-frames.h"
#include "host-requests.h"

#define READ_BYTES (512 * 1024)       /* a piece of a message */
#define MAX_BACKLOG (8 * 1024 * 1024) /* bytes of unwritten answers; above it no more input is read */

typedef struct
{
  GMainLoop *loop;
  GInputStream *input;
  HostOutput *output;
  HostSession *session;
  HostFrames *frames;
  gboolean is_reading;
  int status;
} Host;

static void read_more (Host *host);

static void
end (Host *host, const char *why)
{
  if (why != NULL)
    g_printerr ("bellbuoy-host: %s\n", why);
  host->status = why != NULL ? 1 : 0;
  g_main_loop_quit (host->loop);
}

static void
on_read (GObject *stream, GAsyncResult *result, gpointer data)
{
  Host *host = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result, &error);
  gsize length = 0;
  const guint8 *start = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  host->is_reading = FALSE;
  if (bytes == NULL)
    end (host, error->message);
  else if (length == 0)
    end (host, NULL);
  else if (!host_frames_feed (host->frames, start, length, &error))
    end (host, error->message);
  else
    read_more (host);
}

static void
read_more (Host *host)
{
  if (host->is_reading || host_output_get_backlog (host->output) > MAX_BACKLOG)
    return;
  host->is_reading = TRUE;
  g_input_stream_read_bytes_async (host->input, READ_BYTES, G_PRIORITY_DEFAULT, NULL, on_read, host);
}

/* A closed output ends the program, like the end of input. */
static void
on_written (const GError *error, gpointer data)
{
  Host *host = data;

  if (error != NULL)
    end (host, NULL);
  else
    read_more (host);
}

static gboolean
on_frame (JsonObject *frame, gpointer data)
{
  Host *host = data;

  return host_session_handle (host->session, frame);
}

/* Reserves standard output for frames: output of libraries goes to standard error. */
static int
take_standard_output (void)
{
  const int descriptor = dup (STDOUT_FILENO);

  dup2 (STDERR_FILENO, STDOUT_FILENO);
  return descriptor;
}

int
main (int argc, char **argv)
{
  Host host = { .loop = g_main_loop_new (NULL, FALSE) };

  setlocale (LC_ALL, "");
  signal (SIGPIPE, SIG_IGN); /* on_written() gets the error instead */
  g_set_prgname ("bellbuoy-host");
  g_log_writer_default_set_use_stderr (TRUE);
  host.input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  host.output = host_output_new (g_unix_output_stream_new (take_standard_output (), TRUE), on_written, &host);
  host.session = host_session_new (host.output);
  host.frames = host_frames_new (on_frame, &host);
  read_more (&host);
  g_main_loop_run (host.loop);
  host_frames_free (host.frames);
  host_session_free (host.session);
  buoy_events_flush ();
  host_output_free (host.output);
  g_object_unref (host.input);
  g_main_loop_unref (host.loop);
  return host.status;
}
