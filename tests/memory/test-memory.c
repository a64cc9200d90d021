/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The memory's file: shared, private, whole after a kill, made anew where it is damaged.
 */
#include "config.h"

#include "learn/buoy-learn.h"
#include "memory/store/buoy-memory-private.h"
#include "verdict/buoy-engine.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define ACCOUNT "work"
#define N_KILLS 200
#define N_NETWORKS 12

typedef struct
{
  char *folder, *path;
  BuoyMemory *memory;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("bellbuoy-memory-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "memory.db", NULL);
  fixture->memory = buoy_memory_open (fixture->path);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  buoy_memory_unref (fixture->memory);
  remove_all (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static GBytes *
mail_from (guint network, guint day)
{
  char *text = g_strdup_printf ("Received: from out.shop.example (out.shop.example [198.%u.100.7])"
                                " by mx.reader.example with ESMTPS id 1; %u May 2020 08:00:00 +0000\r\n"
                                "Authentication-Results: mx.reader.example; spf=none\r\n"
                                "From: a@shop.example\r\n\r\nHello.\r\n",
                                network, 1 + day);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
learn_message (BuoyMemory *memory, GBytes *message)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();

  g_ptr_array_add (messages, message);
  return buoy_memory_learn_headers (memory, ACCOUNT, messages, NULL, NULL, NULL) == 1;
}

static gboolean
learn (BuoyMemory *memory, guint i)
{
  g_autoptr (GBytes) bytes = mail_from (1 + i % N_NETWORKS, i % 20);

  return learn_message (memory, bytes);
}

static void
teach (BuoyMemory *memory)
{
  for (guint i = 0; i < 2 * N_NETWORKS; i++)
    g_assert_true (learn (memory, i));
}

static void
assert_knows (BuoyMemory *memory, const char *server)
{
  g_autofree char *known = buoy_memory_get_server (memory, ACCOUNT);

  g_assert_cmpstr (known, ==, server);
}

static void
test_shared (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoyMemory) other = buoy_memory_open (fixture->path);
  g_autofree char *checker = NULL;

  for (guint i = 0; i < 2 * N_NETWORKS; i++)
    g_assert_true (learn (i % 2 == 0 ? fixture->memory : other, i));
  assert_knows (fixture->memory, "mx.reader.example");
  checker = buoy_memory_get_checker (other, ACCOUNT);
  g_assert_cmpstr (checker, ==, "mx.reader.example");
}

static void
test_batch (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoyMemory) other = buoy_memory_open (fixture->path);

  buoy_memory_begin (fixture->memory);
  teach (fixture->memory);
  assert_knows (other, NULL);
  g_assert_true (buoy_memory_commit (fixture->memory));
  assert_knows (other, "mx.reader.example");
}

/* What was queued before is not written afterwards. */
static void
test_clear_batch (Fixture *fixture, gconstpointer unused)
{
  buoy_memory_begin (fixture->memory);
  teach (fixture->memory);
  g_assert_true (buoy_memory_clear (fixture->memory));
  g_assert_true (buoy_memory_commit (fixture->memory));
  assert_knows (fixture->memory, NULL);
}

static void
test_mode (Fixture *fixture, gconstpointer unused)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* The server's clock was wrong once. */
static void
test_future (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = "Received: from a.example (a.example [198.1.100.7]) by mx.reader.example with ESMTPS id 1;"
                             " 1 May 2920 08:00:00 +0000\r\nFrom: a@shop.example\r\n\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_false (learn_message (fixture->memory, bytes));
}

static GCancellable *interrupted;

static GPtrArray *
read_and_cancel (const GPtrArray *headers, BuoyContext *context)
{
  g_cancellable_cancel (interrupted);
  return buoy_engine.read_headers (headers, context);
}

/* Nothing is learned after it was cancelled, even if that was while the headers were read. */
static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  const BuoyEngine engine = { .read_headers = read_and_cancel };
  g_autoptr (GCancellable) cancellable = interrupted = g_cancellable_new ();
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  guint n_learned;

  g_ptr_array_add (messages, mail_from (1, 1));
  buoy_judge_set_engine (&engine);
  n_learned = buoy_memory_learn_headers (fixture->memory, ACCOUNT, messages, NULL, cancellable, &error);
  buoy_judge_set_engine (&buoy_engine);
  g_assert_cmpuint (n_learned, ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Accounts are apart. */
static void
test_accounts (Fixture *fixture, gconstpointer unused)
{
  g_auto (GStrv) accounts = NULL;
  g_autofree char *server = NULL;

  teach (fixture->memory);
  server = buoy_memory_get_server (fixture->memory, "home");
  g_assert_null (server);
  accounts = buoy_memory_list_accounts (fixture->memory);
  g_assert_cmpstrv (accounts, ((const char *const[]){ ACCOUNT, NULL }));
  g_assert_true (buoy_memory_forget_account (fixture->memory, ACCOUNT));
  assert_knows (fixture->memory, NULL);
}

/* Nothing stays in the file, not even where rows were. */
static void
test_clear (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *bytes = NULL;
  gsize length;

  teach (fixture->memory);
  g_assert_true (buoy_memory_clear (fixture->memory));
  assert_knows (fixture->memory, NULL);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, "reader", strlen ("reader")));
}

static void
write_until_killed (const char *path)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_open (path);

  for (guint i = 0;; i++)
    learn (memory, i);
}

/* What was committed before the first kill is there after the last. */
static void
test_killed (Fixture *fixture, gconstpointer unused)
{
  teach (fixture->memory);
  g_clear_pointer (&fixture->memory, buoy_memory_unref);
  for (guint i = 0; i < N_KILLS; i++)
    {
      const pid_t pid = fork ();

      if (pid == 0)
        write_until_killed (fixture->path);
      g_usleep (2000 + (i * 137) % 8000);
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
    }
  fixture->memory = buoy_memory_open (fixture->path);
  assert_knows (fixture->memory, "mx.reader.example");
  g_assert_true (learn (fixture->memory, 0));
}

static void
write_some (const char *path, guint n)
{
  g_autoptr (BuoyMemory) memory = buoy_memory_open (path);

  for (guint i = 0; i < n; i++)
    if (!learn (memory, i))
      _exit (1);
  _exit (0);
}

/* Three clients at once: none loses what another wrote. */
static void
test_processes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoyReceivingSide) side = NULL;
  const guint n = 100;
  pid_t pids[3];

  g_clear_pointer (&fixture->memory, buoy_memory_unref); /* SQLite forbids to carry a database across fork() */
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    {
      pids[i] = fork ();
      if (pids[i] == 0)
        write_some (fixture->path, n);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    {
      int status;

      waitpid (pids[i], &status, 0);
      g_assert_cmpint (status, ==, 0);
    }
  fixture->memory = buoy_memory_open (fixture->path);
  side = buoy_memory_get_receiving_side (fixture->memory, ACCOUNT);
  g_assert_cmpuint (side->n_messages, ==, G_N_ELEMENTS (pids) * n);
}

static void
test_damaged (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged", NULL);

  g_clear_pointer (&fixture->memory, buoy_memory_unref);
  g_assert_true (g_file_set_contents (fixture->path, "This is no database; it is long enough to be none.", -1, NULL));
  g_test_expect_message ("bellbuoy-store", G_LOG_LEVEL_MESSAGE, "*is damaged and made anew*learned again*");
  fixture->memory = buoy_memory_open (fixture->path);
  g_test_assert_expected_messages ();
  teach (fixture->memory);
  assert_knows (fixture->memory, "mx.reader.example");
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
}

/* A row of a list has the key of an earlier version, which nobody asks for any more. */
static void
test_older (Fixture *fixture, gconstpointer unused)
{
  static const char *const older[] = {
    "INSERT INTO account VALUES (1, 'work')",
    "INSERT INTO sender VALUES (1, 'list:0123456789abcdef', 1, 1, x'00')",
    "PRAGMA user_version=4",
  };
  sqlite3 *db = NULL;

  g_clear_pointer (&fixture->memory, buoy_memory_unref);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (older); i++)
    g_assert_true (buoy_database_run (db, older[i]));
  sqlite3_close (db);
  fixture->memory = buoy_memory_open (fixture->path);
  g_assert_true (buoy_memory_is_kept (fixture->memory));
  g_assert_cmpint (buoy_memory_get_number (fixture->memory, "SELECT count(*) FROM sender"), ==, 0);
}

/* A newer version wrote the file: it is left alone, and nothing is learned. */
static void
test_newer (Fixture *fixture, gconstpointer unused)
{
  sqlite3 *db = NULL;

  g_clear_pointer (&fixture->memory, buoy_memory_unref);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_true (buoy_database_run (db, "PRAGMA user_version=99"));
  sqlite3_close (db);
  g_test_expect_message ("bellbuoy-memory", G_LOG_LEVEL_MESSAGE, "Nothing is learned*");
  fixture->memory = buoy_memory_open (fixture->path);
  g_test_assert_expected_messages ();
  g_assert_false (buoy_memory_is_kept (fixture->memory));
  g_assert_false (learn (fixture->memory, 0));
}

static void
test_no_place (void)
{
  g_autoptr (BuoyMemory) memory = NULL;

  g_test_expect_message ("bellbuoy-memory", G_LOG_LEVEL_MESSAGE, "Nothing is learned*");
  memory = buoy_memory_open ("/dev/null/memory.db");
  g_test_assert_expected_messages ();
  g_assert_false (learn (memory, 0));
  assert_knows (memory, NULL);
}

#define ADD(name, function) g_test_add ("/memory/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shared", test_shared);
  ADD ("batch", test_batch);
  ADD ("mode", test_mode);
  ADD ("future", test_future);
  ADD ("cancelled", test_cancelled);
  ADD ("accounts", test_accounts);
  ADD ("clear", test_clear);
  ADD ("killed", test_killed);
  ADD ("clear-batch", test_clear_batch);
  ADD ("processes", test_processes);
  ADD ("damaged", test_damaged);
  ADD ("older", test_older);
  ADD ("newer", test_newer);
  g_test_add_func ("/memory/store/no-place", test_no_place);
  return g_test_run ();
}
