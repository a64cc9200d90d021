/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message that is read from a file, for the worker program with stub-judge.c in it, which answers with the message.
 */
#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "worker/buoy-worker.h"
#include "worker/worker-bytes.h"

#define FILE_BYTES (3 * 1000 * 1000)
#define MAX_BYTES (2 * 1000 * 1000 + 1)

/* A file of @size bytes, and its descriptor at the beginning. */
static int
file_new (gsize size)
{
  g_autofree char *text = g_strnfill (size, 'g');
  g_autofree char *path = NULL;
  const int file = g_file_open_tmp ("bellbuoy-XXXXXX", &path, NULL);

  g_assert_cmpint (write (file, text, size), ==, (int) size);
  g_assert_cmpint (lseek (file, 0, SEEK_SET), ==, 0);
  g_assert_cmpint (unlink (path), ==, 0);
  return file;
}

/* It is not copied, and what becomes of the file meanwhile does not matter. */
static void
test_read (void)
{
  const int file = file_new (FILE_BYTES);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = buoy_worker_bytes_read (file, MAX_BYTES, NULL, &error);
  g_autoptr (GBytes) part = NULL;
  int shared;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, MAX_BYTES);
  g_assert_cmpint (ftruncate (file, 0), ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) answer = buoy_worker_ask (0, bytes, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (answer, bytes));
    }
  shared = buoy_worker_bytes_open (bytes);
  g_assert_cmpint (shared, >=, 0);
  g_assert_cmpint (ftruncate (shared, 0), !=, 0);
  close (shared);
  part = g_bytes_new_from_bytes (bytes, 0, 10);
  g_assert_cmpint (buoy_worker_bytes_open (part), ==, -1);
  close (file);
}

/* The descriptor is closed with the bytes. */
static void
test_closed (void)
{
  const int file = file_new (10);
  GBytes *bytes = buoy_worker_bytes_read (file, 10, NULL, NULL);
  const int next = fcntl (file, F_DUPFD, 0);
  int again;

  g_assert_nonnull (bytes);
  close (next);
  g_bytes_unref (bytes);
  again = fcntl (file, F_DUPFD, 0);
  g_assert_cmpint (again, <, next);
  close (again);
  close (file);
}

static void
test_fails (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const int file = file_new (10);

  g_assert_null (buoy_worker_bytes_read (-1, 10, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (buoy_worker_bytes_read (file, 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  close (file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/read", test_read);
  g_test_add_func ("/file/closed", test_closed);
  g_test_add_func ("/file/fails", test_fails);
  return g_test_run ();
}
