/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Root gives the lock to the owner of its folder, who must get nothing else by it.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fetch/buoy-fetch-lock.h"

#define OWNER 4711 /* of the folder: a user that need not exist */

static void
remove_all (const char *root)
{
  static const char *const paths[] = { BUOY_FETCH_LOCK, "/var/lib/bellbuoy", "/var/lib", "/var", "" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *at = g_strconcat (root, paths[i], NULL);

      g_remove (at);
    }
}

static void
take (const char *root)
{
  g_autoptr (GError) error = NULL;
  const int lock = buoy_fetch_lock_take (root, &error);

  g_assert_no_error (error);
  close (lock);
}

static guint
owner_of (const char *path)
{
  struct stat found;

  g_assert_no_errno (g_stat (path, &found));
  return found.st_uid;
}

static void
test_owner (void)
{
  g_autofree char *root = g_dir_make_tmp ("bellbuoy-XXXXXX", NULL);
  g_autofree char *lock = g_strconcat (root, BUOY_FETCH_LOCK, NULL);
  g_autofree char *folder = g_path_get_dirname (lock);
  g_autofree char *another = g_build_filename (folder, "another", NULL);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  if (geteuid () == 0 && chown (folder, OWNER, OWNER) == 0)
    {
      take (root);
      g_assert_cmpuint (owner_of (lock), ==, OWNER);

      /* a file of root's, under a second name */
      g_assert_true (g_file_set_contents (another, "", 0, NULL));
      g_assert_no_errno (g_unlink (lock));
      g_assert_no_errno (link (another, lock));
      take (root);
      g_assert_cmpuint (owner_of (another), ==, 0);
      g_remove (another);
    }
  else
    g_test_skip ("only root gives files away");
  remove_all (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/lock/owner", test_owner);
  return g_test_run ();
}
