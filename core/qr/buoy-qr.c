/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Runs the program that decodes pictures, once for all pictures of a message. Everything goes through files in memory:
 * a program that has been taken over could leave a pipe full or broken, and such a file cannot grow past its limit.
 */
#include "config.h"

#include "qr/buoy-qr.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#define MAX_SECONDS 5 /* of the whole run; ten photographs take one */

/* The one that was built with this library and lies beside it in a build tree, else the one that is installed. */
static char *
helper_path (void)
{
  const char *given = g_getenv ("BELLBUOY_QR_HELPER"); /* a test's own */
  g_autofree char *folder = NULL;
  g_autofree char *beside = NULL;
  Dl_info info = { 0 };

  if (given != NULL)
    return g_strdup (given);
  if (dladdr (buoy_qr_read, &info) == 0 || info.dli_fname == NULL)
    return g_strdup (BUOY_QR_HELPER);
  folder = g_path_get_dirname (info.dli_fname);
  beside = g_build_filename (folder, "qr", "bellbuoy-qr", NULL);
  if (g_path_is_absolute (beside) && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_strdup (BUOY_QR_HELPER);
}

static gboolean
write_all (int fd, gconstpointer data, gsize length)
{
  const char *p = data;

  while (length > 0)
    {
      const ssize_t n = write (fd, p, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      p += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* Each picture behind its length. -1 where there is no memory for it. */
static int
write_pictures (const GPtrArray *pictures)
{
  const int fd = memfd_create ("bellbuoy-pictures", MFD_CLOEXEC);

  for (guint i = 0; fd >= 0 && i < pictures->len; i++)
    {
      gsize length;
      gconstpointer data = g_bytes_get_data (g_ptr_array_index (pictures, i), &length);
      const guint32 frame = (guint32) length;

      if (write_all (fd, &frame, sizeof frame) && write_all (fd, data, length))
        continue;
      close (fd);
      return -1;
    }
  if (fd >= 0)
    lseek (fd, 0, SEEK_SET);
  return fd;
}

typedef struct
{
  GSubprocess *process;
  gboolean done;
} Run;

static void
note_end (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  g_subprocess_wait_finish (run->process, result, NULL);
  run->done = TRUE;
}

static gboolean
stop (gpointer data)
{
  Run *run = data;

  g_subprocess_force_exit (run->process);
  return G_SOURCE_REMOVE;
}

static void
stop_cancelled (GCancellable *cancellable, gpointer data)
{
  g_subprocess_force_exit (G_SUBPROCESS (data));
}

/* Waits in a context of this thread's own, which nobody else turns. */
static void
wait (GSubprocess *process, GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) timeout = g_timeout_source_new_seconds (MAX_SECONDS);
  Run run = { .process = process };
  gulong handler = 0;

  g_main_context_push_thread_default (context);
  g_source_set_callback (timeout, stop, &run, NULL);
  g_source_attach (timeout, context);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (stop_cancelled),
                                     g_object_ref (process), g_object_unref);
  g_subprocess_wait_async (process, NULL, note_end, &run);
  while (!run.done)
    g_main_context_iteration (context, TRUE);
  g_cancellable_disconnect (cancellable, handler);
  g_source_destroy (timeout);
  g_main_context_pop_thread_default (context);
}

/* Takes @in and @out. */
static gboolean
run_helper (const char *path, int in, int out, GCancellable *cancellable)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  const char *environment[] = { "LC_ALL=C", NULL };

  g_subprocess_launcher_set_environ (launcher, (char **) environment);
  g_subprocess_launcher_take_stdin_fd (launcher, in);
  g_subprocess_launcher_take_stdout_fd (launcher, out);
  process = g_subprocess_launcher_spawn (launcher, NULL, path, NULL);
  if (process == NULL)
    return FALSE;
  wait (process, cancellable);
  return g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 0;
}

/* Each text ends with a null byte; what is no text was made up by something else than our program. */
static void
read_texts (int fd, GPtrArray *texts)
{
  g_autofree char *buffer = g_malloc (BUOY_QR_MAX_TEXT_BYTES + 1);
  const ssize_t n = pread (fd, buffer, BUOY_QR_MAX_TEXT_BYTES, 0);

  buffer[MAX (n, 0)] = '\0';
  for (const char *p = buffer; p < buffer + n; p += strlen (p) + 1)
    if (*p != '\0' && g_utf8_validate (p, -1, NULL))
      g_ptr_array_add (texts, g_strdup (p));
}

static void
close_open (int fd)
{
  if (fd >= 0)
    close (fd);
}

gboolean
buoy_qr_read (const GPtrArray *pictures, GCancellable *cancellable, GPtrArray *texts)
{
  g_autofree char *path = helper_path ();
  gboolean done = FALSE;
  int in;
  int out;
  int ours;

  if (!g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
    return FALSE;
  in = write_pictures (pictures);
  out = memfd_create ("bellbuoy-texts", MFD_CLOEXEC);
  ours = fcntl (out, F_DUPFD_CLOEXEC, 0);
  if (in >= 0 && ours >= 0)
    {
      done = run_helper (path, in, out, cancellable);
      in = out = -1;
    }
  if (done)
    read_texts (ours, texts);
  close_open (in);
  close_open (out);
  close_open (ours);
  return done;
}
