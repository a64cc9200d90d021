/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A process without file descriptors, as a mail client with many connections may be: neither the tables for a first
 * message can be opened, nor the QR helper be started. The message is judged all the same.
 */
#include "config.h"

#include <bellbuoy.h>

#include <string.h>
#include <sys/resource.h>

static GPtrArray *
read_folder (const char *folder)
{
  GPtrArray *mails = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      char *data;
      gsize length;

      if (g_str_has_suffix (name, ".eml") && g_file_get_contents (file, &data, &length, NULL))
        g_ptr_array_add (mails, g_bytes_new_take (data, length));
    }
  g_assert_cmpuint (mails->len, >, 0);
  return mails;
}

static void
scan_all (const GPtrArray *mails, guint *out_n_warned)
{
  *out_n_warned = 0;
  for (guint i = 0; i < mails->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BuoyVerdict) verdict
          = buoy_scan (g_ptr_array_index (mails, i), NULL, BUOY_SCAN_PICTURES, NULL, &error);

      g_assert_no_error (error);
      *out_n_warned += buoy_verdict_get_level (verdict) != BUOY_LEVEL_NONE;
    }
}

/* The first messages of the process: nothing is loaded yet. */
static void
test_cold (gconstpointer folder)
{
  g_autoptr (GPtrArray) mails = read_folder (folder);
  struct rlimit kept;
  struct rlimit none;
  guint n_warned;
  guint n_warned_later;

  g_assert_no_errno (getrlimit (RLIMIT_NOFILE, &kept));
  none = kept;
  none.rlim_cur = 0;
  g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &none));
  scan_all (mails, &n_warned);
  g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &kept));
  scan_all (mails, &n_warned_later);
  g_test_message ("%s: %u, later %u", (const char *) folder, n_warned, n_warned_later);
  g_assert_cmpuint (n_warned, ==, n_warned_later);
}

int
main (int argc, char **argv)
{
  static const char *const folders[]
      = { "link-text-mismatch", "lookalike-domain", "deceptive-url", "brand-impersonation", "unread-content", "clean" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *name = g_strdup_printf ("/no-descriptors/%s", folders[i]);

      g_test_add_data_func (name, folders[i], test_cold);
    }
  return g_test_run ();
}
