/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The file can be opened by nobody but who fetches: a lock on one that others can read could be held by any of them.
 */
#include "config.h"

#include "fetch/buoy-fetch-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fetch/buoy-fetch-error.h"
#include "policy/buoy-policy-folders.h"

#define MODE 0600

/* Whether it is a file of the folder alone: its owner may have put another name of somebody's file there. */
static gboolean
is_plain (int lock)
{
  struct stat found;

  return fstat (lock, &found) == 0 && S_ISREG (found.st_mode) && found.st_nlink == 1;
}

/* What root makes by hand must be of use to the system user whose folder it is in. */
static void
give_to_owner (int lock, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat found;

  if (geteuid () == 0 && is_plain (lock) && g_stat (folder, &found) == 0
      && fchown (lock, found.st_uid, found.st_gid) != 0)
    g_info ("%s: %s", path, g_strerror (errno));
}

static int
fail (int lock, int code, const char *path, GError **error)
{
  if (code == EWOULDBLOCK)
    g_set_error_literal (error, BUOY_FETCH_ERROR, BUOY_FETCH_ERROR_RUNNING, path);
  else
    g_set_error (error, BUOY_FETCH_ERROR, BUOY_FETCH_ERROR_NOT_KEPT, "%s: %s", path, g_strerror (code));
  if (lock >= 0)
    close (lock);
  return -1;
}

int
buoy_fetch_lock_take (const char *root, GError **error)
{
  g_autofree char *path = buoy_policy_at_root (root, BUOY_FETCH_LOCK);
  const int lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, MODE);

  if (lock < 0)
    return fail (lock, errno, path, error);
  give_to_owner (lock, path);
  if (flock (lock, LOCK_EX | LOCK_NB) != 0)
    return fail (lock, errno, path, error);
  return lock;
}
