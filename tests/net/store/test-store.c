/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/store/buoy-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW 1795000000
#define MAX_ANSWERS 5

typedef struct
{
  char *folder, *path;
  BuoyStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("bellbuoy-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "data", "answers.db", NULL);
  fixture->store = buoy_store_open (fixture->path, MAX_ANSWERS);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *data = g_path_get_dirname (fixture->path);

  buoy_store_close (fixture->store);
  g_unlink (fixture->path);
  g_rmdir (data);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
put (BuoyStore *store, const char *subject, const char *text, gint64 now)
{
  g_autoptr (GBytes) value = g_bytes_new (text, strlen (text));

  return buoy_store_put (store, subject, "registration", value, now, 60);
}

static void
assert_holds (BuoyStore *store, const char *subject, gint64 now, const char *expected)
{
  gint64 asked = 0;
  g_autoptr (GBytes) value = buoy_store_get (store, subject, "registration", now, &asked);
  g_autofree char *text = value == NULL ? NULL : g_strndup (g_bytes_get_data (value, NULL), g_bytes_get_size (value));

  g_assert_cmpstr (text, ==, expected);
  if (expected != NULL)
    g_assert_cmpint (asked, ==, NOW);
}

static void
test_lifetime (Fixture *fixture, gconstpointer unused)
{
  assert_holds (fixture->store, "shop.test", NOW, NULL);
  g_assert_true (put (fixture->store, "shop.test", "old", NOW));
  g_assert_true (put (fixture->store, "shop.test", "new", NOW));
  assert_holds (fixture->store, "shop.test", NOW + 59, "new");
  assert_holds (fixture->store, "shop.test", NOW + 60, NULL);
  assert_holds (fixture->store, "bank.test", NOW, NULL);
}

/* An answer of the future was kept by a clock that went wrong. */
static void
test_clock_set_back (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (put (fixture->store, "shop.test", "kept", NOW));
  assert_holds (fixture->store, "shop.test", NOW - 1, NULL);
}

static void
test_other_process (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoyStore) other = buoy_store_open (fixture->path, MAX_ANSWERS);

  g_assert_true (put (fixture->store, "shop.test", "kept", NOW));
  assert_holds (other, "shop.test", NOW, "kept");
}

static void
test_mode (Fixture *fixture, gconstpointer unused)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_limit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) second = NULL;

  for (guint i = 0; i <= MAX_ANSWERS; i++)
    {
      g_autofree char *subject = g_strdup_printf ("%u.test", i);

      g_assert_true (put (fixture->store, subject, "kept", NOW + i));
    }
  g_assert_null (buoy_store_get (fixture->store, "0.test", "registration", NOW + MAX_ANSWERS, NULL));
  second = buoy_store_get (fixture->store, "1.test", "registration", NOW + MAX_ANSWERS, NULL);
  g_assert_nonnull (second);
}

static void
write_until_killed (const char *path)
{
  g_autoptr (BuoyStore) store = buoy_store_open (path, MAX_ANSWERS);

  for (guint i = 0;; i++)
    put (store, i % 2 == 0 ? "even.test" : "odd.test", "whole", NOW);
}

static void
test_killed (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 5; i++)
    {
      const pid_t pid = fork ();

      if (pid == 0)
        write_until_killed (fixture->path);
      g_usleep (30 * 1000);
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
      g_assert_true (put (fixture->store, "shop.test", "kept", NOW));
      assert_holds (fixture->store, "shop.test", NOW, "kept");
    }
}

static void
test_damaged (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *damaged = g_strconcat (fixture->path, ".damaged", NULL);
  g_autoptr (BuoyStore) again = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "This is no database; it is long enough to be none.", -1, NULL));
  g_test_expect_message ("bellbuoy-store", G_LOG_LEVEL_MESSAGE, "*is damaged and made anew*");
  again = buoy_store_open (fixture->path, MAX_ANSWERS);
  g_test_assert_expected_messages ();
  g_assert_true (put (again, "shop.test", "kept", NOW));
  assert_holds (again, "shop.test", NOW, "kept");
  g_assert_no_errno (g_unlink (damaged));
}

static void
test_no_place (void)
{
  g_autoptr (BuoyStore) store = NULL;

  g_test_expect_message ("bellbuoy-net", G_LOG_LEVEL_MESSAGE, "Answers are not kept*");
  store = buoy_store_open ("/dev/null/answers.db", MAX_ANSWERS);
  g_test_assert_expected_messages ();
  g_assert_false (put (store, "shop.test", "kept", NOW));
  assert_holds (store, "shop.test", NOW, NULL);
}

#define ADD(name, function) g_test_add ("/net/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lifetime", test_lifetime);
  ADD ("clock-set-back", test_clock_set_back);
  ADD ("other-process", test_other_process);
  ADD ("mode", test_mode);
  ADD ("limit", test_limit);
  ADD ("killed", test_killed);
  ADD ("damaged", test_damaged);
  g_test_add_func ("/net/store/no-place", test_no_place);
  return g_test_run ();
}
