/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Files are read, not mapped: if a mapped file is truncated, the process crashes. Reading never blocks forever, except
 * for a pipe that is kept open, and standard input.
 */
#include "config.h"

#include "cli-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_BYTES (64 * 1024)
#define WRITER_PATIENCE_US (2 * G_USEC_PER_SEC) /* a shell starts both ends of a pipe at the same time */
#define POLL_MS 20

static void
set_errno (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (code), g_strerror (code));
}

static gboolean
is_readable (mode_t mode, GError **error)
{
  if (S_ISREG (mode) || S_ISFIFO (mode))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                       _ ("neither a file nor a folder; give - to read standard input"));
  return FALSE;
}

/* Checks the kind of file before opening it, since opening a device may have side effects, and again afterwards in case
 * it was replaced.
 */
gboolean
cli_file_open (CliFile *file, const char *path, GError **error)
{
  struct stat info;

  *file = (CliFile){ STDIN_FILENO, FALSE, TRUE };
  if (g_str_equal (path, "-"))
    return TRUE;
  file->fd = -1;
  if (stat (path, &info) != 0)
    {
      set_errno (error, errno);
      return FALSE;
    }
  if (!is_readable (info.st_mode, error))
    return FALSE;
  file->fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (file->fd < 0 || fstat (file->fd, &info) != 0)
    {
      set_errno (error, errno);
      return FALSE;
    }
  file->is_pipe = S_ISFIFO (info.st_mode);
  file->begun = !file->is_pipe;
  return is_readable (info.st_mode, error);
}

void
cli_file_close (CliFile *file)
{
  if (file->fd > STDIN_FILENO)
    close (file->fd);
  file->fd = -1;
  g_clear_pointer (&file->gunzip, cli_gunzip_free);
}

/* Waits for the writer of a pipe: without a writer, reading returns end-of-file at once. */
static gboolean
await_writer (CliFile *file, guint8 *block, gsize size, gssize *out_n, GError **error)
{
  const gint64 until = g_get_monotonic_time () + WRITER_PATIENCE_US;
  struct pollfd poll_fd = { file->fd, POLLIN, 0 };

  do
    {
      if (poll (&poll_fd, 1, POLL_MS) > 0 && (poll_fd.revents & POLLHUP) != 0)
        file->begun = TRUE;
      *out_n = read (file->fd, block, size);
      if (*out_n != 0)
        file->begun = TRUE;
    }
  while (!file->begun && g_get_monotonic_time () < until);
  if (!file->begun)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                         _ ("nothing writes to this pipe; start what writes to it first"));
  return file->begun;
}

/* Whether waiting for data is allowed: reading kernel files may block forever (/proc/kmsg). */
static gboolean
may_wait (const CliFile *file)
{
  return file->is_pipe || file->fd == STDIN_FILENO;
}

/* Like read(), but waits for a pipe's writer. */
static gssize
read_some (CliFile *file, guint8 *block, gsize size, GError **error)
{
  struct pollfd poll_fd = { file->fd, POLLIN, 0 };
  gssize n;

  if (!file->begun)
    {
      if (!await_writer (file, block, size, &n, error))
        return -1;
    }
  else
    n = read (file->fd, block, size);
  while (n < 0 && (errno == EINTR || (errno == EAGAIN && may_wait (file))))
    {
      poll (&poll_fd, 1, -1);
      n = read (file->fd, block, size);
    }
  if (n < 0)
    set_errno (error, errno);
  return n;
}

/* Like read(), but without short counts. */
static gssize
read_block (CliFile *file, guint8 *block, gsize size, GError **error)
{
  gsize done = 0;

  while (done < size)
    {
      const gssize n = read_some (file, block + done, size - done, error);

      if (n < 0)
        return -1;
      if (n == 0)
        break;
      done += (gsize) n;
    }
  return (gssize) done;
}

static gssize
read_packed (gpointer file, guint8 *block, gsize size, GError **error)
{
  return read_some (file, block, size, error);
}

/* Reads the first bytes, which show whether the file is compressed. */
static gssize
begin (CliFile *file, guint8 *block, gsize size, GError **error)
{
  const gsize most = MIN (size, CLI_GUNZIP_BYTES);
  const gssize n = read_block (file, block, most, error);

  file->is_known = TRUE;
  if (n > 0 && cli_gunzip_matches (block, (gsize) n))
    {
      file->gunzip = cli_gunzip_new (block, (gsize) n);
      return 0;
    }
  return n;
}

gssize
cli_file_read (CliFile *file, guint8 *block, gsize size, GError **error)
{
  const gssize done = file->is_known ? 0 : begin (file, block, size, error);
  gssize more;

  if (done < 0)
    return -1;
  if (file->gunzip != NULL)
    return cli_gunzip_read (file->gunzip, read_packed, file, block, size, error);
  more = read_block (file, block + done, size - (gsize) done, error);
  return more < 0 ? -1 : done + more;
}

void
cli_file_set_too_long (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _ ("it is longer than a message can be"));
}

GBytes *
cli_file_read_all (const char *path, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_auto (CliFile) file = { -1, FALSE, FALSE };
  guint8 block[BLOCK_BYTES];
  gssize n;

  if (!cli_file_open (&file, path, error))
    return NULL;
  while ((n = cli_file_read (&file, block, sizeof block, error)) > 0)
    {
      g_byte_array_append (array, block, (guint) n);
      if (array->len > CLI_MAX_MESSAGE_BYTES)
        {
          cli_file_set_too_long (error);
          return NULL;
        }
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&array)) : NULL;
}
