/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a mail client teaches the memory.
 */
#include "config.h"

#include <glib/gstdio.h>

#include "buoy-learning.h"
#include "verdict/buoy-engine.h"

#include <string.h>

#define ACCOUNT "client/work"
#define N_MESSAGES 24

static GBytes *
mail_from (guint number)
{
  char *text = g_strdup_printf ("Received: from out.shop.example (out.shop.example [198.%u.100.7])"
                                " by mx.reader.example with ESMTPS id 1; %u May 2020 08:00:00 +0000\r\n"
                                "From: a@shop.example\r\n\r\nHello.\r\n",
                                1 + number % 12, 1 + number % 20);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
take_message (BuoyLearning *learning, const char *account, const char *name, GBytes *bytes, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_add (messages, bytes);
  return buoy_learning_take (learning, account, names, messages, NULL, cancellable, NULL) == 1;
}

static gboolean
take (BuoyLearning *learning, const char *account, guint number)
{
  g_autoptr (GBytes) bytes = mail_from (number);
  g_autofree char *name = g_strdup_printf ("INBOX/%u", number);

  return take_message (learning, account, name, bytes, NULL);
}

static void
teach (BuoyLearning *learning, const char *account)
{
  for (guint i = 0; i < N_MESSAGES; i++)
    g_assert_true (take (learning, account, i));
}

static void
assert_knows (BuoyLearning *learning, const char *account, const char *server)
{
  g_autofree char *known = buoy_memory_get_server (buoy_learning_get_memory (learning), account);

  g_assert_cmpstr (known, ==, server);
}

static void
test_once (void)
{
  g_autoptr (BuoyLearning) learning = buoy_learning_new (":memory:");

  g_assert_true (take (learning, ACCOUNT, 1));
  g_assert_false (take (learning, ACCOUNT, 1));
  g_assert_true (take (learning, "client/home", 1));
}

/* A reader who opens one message again and again has not received many. */
static void
test_opened_often (void)
{
  g_autoptr (BuoyLearning) learning = buoy_learning_new (":memory:");

  for (guint i = 0; i < 2 * N_MESSAGES; i++)
    take (learning, ACCOUNT, i % 11);
  assert_knows (learning, ACCOUNT, NULL);
}

static void
test_context_is_outdated (void)
{
  g_autoptr (BuoyLearning) learning = buoy_learning_new (":memory:");
  g_autoptr (BuoyContext) before = buoy_context_new ();
  g_autoptr (BuoyContext) after = buoy_context_new ();

  buoy_learning_use (learning, ACCOUNT, before);
  g_assert_false (buoy_learning_has_changed (learning, ACCOUNT, before));
  teach (learning, ACCOUNT);
  assert_knows (learning, ACCOUNT, "mx.reader.example");
  g_assert_true (buoy_learning_has_changed (learning, ACCOUNT, before));
  g_assert_false (buoy_learning_has_changed (learning, "client/home", before));
  buoy_learning_use (learning, ACCOUNT, after);
  g_assert_false (buoy_learning_has_changed (learning, ACCOUNT, after));
  g_assert_true (take (learning, ACCOUNT, N_MESSAGES));
  g_assert_false (buoy_learning_has_changed (learning, ACCOUNT, after));
}

static void
test_batch (void)
{
  g_autoptr (BuoyLearning) learning = buoy_learning_new (":memory:");

  buoy_learning_begin (learning);
  teach (learning, ACCOUNT);
  assert_knows (learning, ACCOUNT, NULL);
  buoy_learning_commit (learning);
  assert_knows (learning, ACCOUNT, "mx.reader.example");
}

static void
test_forgotten (void)
{
  g_autoptr (BuoyLearning) learning = buoy_learning_new (":memory:");

  teach (learning, ACCOUNT);
  teach (learning, "client/home");
  buoy_learning_forget_account (learning, ACCOUNT);
  assert_knows (learning, ACCOUNT, NULL);
  g_assert_false (take (learning, "client/home", 0));
  teach (learning, ACCOUNT);
  assert_knows (learning, ACCOUNT, "mx.reader.example");
  buoy_learning_clear (learning);
  assert_knows (learning, "client/home", NULL);
  teach (learning, "client/home");
  assert_knows (learning, "client/home", "mx.reader.example");
}

/* What was on its way when the reader wanted everything forgotten. */
static void
test_cancelled (void)
{
  g_autoptr (BuoyLearning) learning = buoy_learning_new (":memory:");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = mail_from (1);

  g_cancellable_cancel (cancellable);
  g_assert_false (take_message (learning, ACCOUNT, "INBOX/1", bytes, cancellable));
  g_assert_true (take (learning, ACCOUNT, 1));
}

static BuoyLearning *reading;
static void (*meanwhile) (BuoyLearning *learning);

/* As the engine's, but that something else happens to the memory before the headers are read. */
static GPtrArray *
read_headers (const GPtrArray *headers, BuoyContext *context)
{
  meanwhile (reading);
  return buoy_engine.read_headers (headers, context);
}

static void
forget_account (BuoyLearning *learning)
{
  buoy_learning_forget_account (learning, ACCOUNT);
}

static void
forget_sender (BuoyLearning *learning)
{
  g_assert_true (buoy_learning_forget_sender (learning, "shop.example"));
}

static void
limit (BuoyLearning *learning)
{
  buoy_learning_limit (learning, 10000);
}

/* Nobody waits for a process that reads, and what it reads is not learned after a deletion. */
static void
test_meanwhile (void)
{
  static const struct
  {
    void (*meanwhile) (BuoyLearning *learning);
    gboolean is_learned;
  } cases[] = { { buoy_learning_clear, FALSE }, { forget_account, FALSE }, { forget_sender, FALSE }, { limit, TRUE } };
  BuoyEngine engine = buoy_engine;

  engine.read_headers = read_headers;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BuoyLearning) learning = buoy_learning_new (":memory:");
      g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autoptr (GError) error = NULL;

      reading = learning;
      meanwhile = cases[i].meanwhile;
      buoy_judge_set_engine (&engine);
      g_assert_cmpint (take (learning, ACCOUNT, 1), ==, cases[i].is_learned);
      g_ptr_array_add (headers, mail_from (2));
      g_assert_cmpuint (buoy_learning_take_senders (learning, ACCOUNT, headers, NULL, NULL, &error), ==,
                        cases[i].is_learned);
      g_assert_no_error (error);
      buoy_judge_set_engine (&buoy_engine);
      g_assert_true (take (learning, ACCOUNT, 3));
    }
}

/* What could not be read may be taken again. */
static void
test_failure (void)
{
  g_autoptr (BuoyLearning) learning = buoy_learning_new (":memory:");
  g_autoptr (GBytes) bytes = mail_from (1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (names, (gpointer) "INBOX/1");
  g_ptr_array_add (messages, bytes);
  g_setenv ("BELLBUOY_WORKER", "/nonexistent/bellbuoy-worker", TRUE);
  buoy_judge_set_engine (NULL);
  g_assert_cmpuint (buoy_learning_take (learning, ACCOUNT, names, messages, NULL, NULL, &error), ==, 0);
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_NO_WORKER);
  g_clear_error (&error);
  g_assert_cmpuint (buoy_learning_take_senders (learning, ACCOUNT, messages, NULL, NULL, &error), ==, 0);
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_NO_WORKER);
  buoy_judge_set_engine (&buoy_engine);
  g_assert_true (take (learning, ACCOUNT, 1));
}

/* Accounts of other clients are left alone. */
static void
test_deleted_accounts (void)
{
  g_autoptr (BuoyLearning) learning = buoy_learning_new (":memory:");

  teach (learning, ACCOUNT);
  teach (learning, "client/home");
  teach (learning, "other/work");
  buoy_learning_keep_accounts (learning, "client/", (const char *const[]){ "client/home", NULL });
  assert_knows (learning, ACCOUNT, NULL);
  assert_knows (learning, "client/home", "mx.reader.example");
  assert_knows (learning, "other/work", "mx.reader.example");
  buoy_learning_keep_accounts (learning, "client/", NULL);
  assert_knows (learning, "client/home", NULL);
  assert_knows (learning, "other/work", "mx.reader.example");
}

/* Asking does not create it. */
static void
test_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "bellbuoy", NULL);
  g_autofree char *file = g_build_filename (folder, "memory.db", NULL);
  BuoyLearning *learning = buoy_learning_new (NULL);

  g_assert_false (buoy_learning_has_file ());
  g_assert_false (buoy_learning_has_file ());
  buoy_learning_get_memory (learning);
  g_assert_true (buoy_learning_has_file ());

  buoy_learning_free (learning);
  g_assert_cmpint (g_remove (file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("bellbuoy-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/learning/once", test_once);
  g_test_add_func ("/learning/opened-often", test_opened_often);
  g_test_add_func ("/learning/context-is-outdated", test_context_is_outdated);
  g_test_add_func ("/learning/batch", test_batch);
  g_test_add_func ("/learning/forgotten", test_forgotten);
  g_test_add_func ("/learning/cancelled", test_cancelled);
  g_test_add_func ("/learning/meanwhile", test_meanwhile);
  g_test_add_func ("/learning/failure", test_failure);
  g_test_add_func ("/learning/deleted-accounts", test_deleted_accounts);
  g_test_add_func ("/learning/file", test_file);
  result = g_test_run ();
  g_rmdir (data);
  return result;
}
