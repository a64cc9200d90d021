/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * With O_APPEND the kernel appends each write as a whole, so one write per line keeps lines intact. The file is opened
 * for each line, so that after a rotation the next line goes to the new file.
 */
#include "config.h"

#include "events/buoy-event-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (const char *path, int error_number, GError **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (error_number), "%s: %s", path, g_strerror (error_number));
  return FALSE;
}

/* Opens neither a symbolic link, which somebody else may have put into a shared folder, nor a pipe, which may have no
 * reader.
 */
static int
open_file (const char *path)
{
  const int descriptor = open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0640);
  struct stat status;

  if (descriptor < 0 || (fstat (descriptor, &status) == 0 && S_ISREG (status.st_mode)))
    return descriptor;
  close (descriptor);
  errno = EINVAL;
  return -1;
}

gboolean
buoy_event_file_append (const char *path, const char *line, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = g_strconcat (line, "\n", NULL);
  const gsize length = strlen (text);
  gssize written;
  int descriptor, error_number;

  g_mkdir_with_parents (folder, 0750); /* if this fails, the next call reports it */
  descriptor = open_file (path);
  if (descriptor < 0)
    return fail (path, errno, error);
  do
    written = write (descriptor, text, length);
  while (written < 0 && errno == EINTR);
  error_number = written < 0 ? errno : ENOSPC;
  close (descriptor);
  return written == (gssize) length || fail (path, error_number, error);
}
