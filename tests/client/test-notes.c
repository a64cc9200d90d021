/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A note is written completely or not at all, and failures are reported.
 */
#include "config.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "buoy-notes.h"

#define FULL_AT 4096 /* bytes, of what stands for a full disk */

static char *
read_notes (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "wrong-warnings.jsonl", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("bellbuoy-notes-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "wrong-warnings.jsonl", NULL);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* no partial file is left in it */
}

static void
test_added (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *text = NULL;
  GStatBuf info;
  g_autofree char *path = g_build_filename (folder, "wrong-warnings.jsonl", NULL);

  g_assert_true (buoy_notes_add (folder, "{1}", NULL));
  g_assert_true (buoy_notes_add (folder, "{2}", NULL));
  text = read_notes (folder);
  g_assert_cmpstr (text, ==, "{1}\n{2}\n");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  remove_folder (folder);
}

static void
test_removed (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (buoy_notes_add (folder, "{1}", NULL));
  g_assert_true (buoy_notes_add (folder, "{2}", NULL));
  g_assert_true (buoy_notes_add (folder, "{1}", NULL));
  g_assert_true (buoy_notes_add (folder, "x{2}", NULL));
  g_assert_true (buoy_notes_remove (folder, "{1}", &error));
  g_assert_false (buoy_notes_remove (folder, "{3}", &error));
  g_assert_no_error (error);
  text = read_notes (folder);
  g_assert_cmpstr (text, ==, "{1}\n{2}\nx{2}\n"); /* the newest of its kind */
  remove_folder (folder);
}

static void
test_newest_kept (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "wrong-warnings.jsonl", NULL);
  g_autoptr (GString) old = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 509; i++)
    g_string_append_printf (old, "%u\n", i);
  g_assert_true (g_file_set_contents (path, old->str, -1, NULL));
  g_assert_true (buoy_notes_add (folder, "509", NULL));
  text = read_notes (folder);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 501);
  g_assert_cmpstr (lines[0], ==, "10");
  g_assert_cmpstr (lines[499], ==, "509");
  remove_folder (folder);
}

/* A folder that cannot be created, whoever runs the test. */
static void
test_no_folder (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "wrong-warnings.jsonl", NULL);
  g_autofree char *below = g_build_filename (file, "bellbuoy", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_false (buoy_notes_add (below, "{1}", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_clear_error (&error);
  g_assert_false (buoy_notes_add ("/proc/bellbuoy", "{1}", &error));
  g_assert_nonnull (error);
  remove_folder (folder);
}

/* The file size limit simulates a full disk; old notes are kept. */
static void
test_full (void)
{
  const struct rlimit limit = { FULL_AT, RLIM_INFINITY };
  const struct rlimit none = { RLIM_INFINITY, RLIM_INFINITY };
  g_autofree char *folder = make_folder ();
  g_autofree char *long_note = g_strnfill (2 * FULL_AT, 'x');
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_true (buoy_notes_add (folder, "{1}", NULL));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (buoy_notes_add (folder, long_note, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  g_assert_nonnull (error);
  text = read_notes (folder);
  g_assert_cmpstr (text, ==, "{1}\n");
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/added", test_added);
  g_test_add_func ("/notes/removed", test_removed);
  g_test_add_func ("/notes/newest-kept", test_newest_kept);
  g_test_add_func ("/notes/no-folder", test_no_folder);
  g_test_add_func ("/notes/full", test_full);
  return g_test_run ();
}
