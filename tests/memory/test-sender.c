/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Senders: what counts and what does not, in any order and however often; forgetting; privacy.
 */
#include "config.h"

#include "memory/store/buoy-known-sender.h"
#include "memory/store/buoy-memory-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define ACCOUNT "work"
#define SECONDS_A_DAY (24 * 60 * 60)
#define FIRST_DAY 20000

typedef struct
{
  char *folder, *path;
  BuoyMemory *memory;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("bellbuoy-sender-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "memory.db", NULL);
  fixture->memory = buoy_memory_open (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  buoy_memory_unref (fixture->memory);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static BuoyLesson *
lesson_new (const char *sender, guint day, guint proofs)
{
  BuoyLesson *lesson = buoy_lesson_new ();

  lesson->is_address = strchr (sender, '@') != NULL;
  lesson->sender = g_strdup (sender);
  lesson->home = g_strdup (sender);
  lesson->received_at = (gint64) (FIRST_DAY + day) * SECONDS_A_DAY;
  lesson->proofs = proofs;
  return lesson;
}

static void
learn (BuoyMemory *memory, const char *sender, guint day, guint proofs)
{
  g_autoptr (BuoyLesson) lesson = lesson_new (sender, day, proofs);

  g_assert_true (buoy_memory_add_lesson (memory, ACCOUNT, lesson, FALSE, buoy_memory_count_deletions (memory)));
}

static BuoySenderMemory *
find (BuoyMemory *memory, const char *sender, const char *name)
{
  g_autoptr (BuoyLesson) message = lesson_new (sender, 0, 0);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (name != NULL)
    g_ptr_array_add (keys, (gpointer) name);
  return buoy_memory_find_sender (memory, ACCOUNT, message, keys);
}

static void
assert_record (BuoyMemory *memory, const char *sender, guint n_messages, guint n_proven, guint n_days)
{
  g_autoptr (BuoySenderMemory) found = find (memory, sender, NULL);

  g_assert_cmpint (found->sender.n_messages, ==, n_messages);
  g_assert_cmpint (found->sender.n_proven, ==, n_proven);
  g_assert_cmpint (found->sender.n_days, ==, n_days);
}

static void
test_counts (Fixture *fixture, gconstpointer unused)
{
  learn (fixture->memory, "bank.example", 9, BUOY_PROOF_DKIM);
  learn (fixture->memory, "bank.example", 2, BUOY_PROOF_DKIM | BUOY_PROOF_DMARC);
  learn (fixture->memory, "bank.example", 5, 0);
  assert_record (fixture->memory, "bank.example", 3, 2, 2);
  assert_record (fixture->memory, "news.bank.example", 0, 0, 0);
}

/* A message is learned whenever it is opened. */
static void
test_again (Fixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < 3; i++)
    learn (fixture->memory, "bank.example", 9, BUOY_PROOF_DKIM);
  assert_record (fixture->memory, "bank.example", 1, 1, 1);
}

/* Its key was looked up after it was shown. */
static void
test_proven_later (Fixture *fixture, gconstpointer unused)
{
  learn (fixture->memory, "bank.example", 9, 0);
  learn (fixture->memory, "bank.example", 9, BUOY_PROOF_DKIM);
  learn (fixture->memory, "bank.example", 9, 0);
  assert_record (fixture->memory, "bank.example", 1, 1, 1);
}

static void
warn (BuoyMemory *memory, guint proofs)
{
  g_autoptr (BuoyLesson) lesson = lesson_new ("bank.example", 30, proofs);

  lesson->is_warned = TRUE;
  buoy_memory_add_lesson (memory, ACCOUNT, lesson, FALSE, buoy_memory_count_deletions (memory));
}

/* A forgery says nothing about the sender. */
static void
test_warned (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoySenderMemory) forged = NULL;
  g_autoptr (BuoySenderMemory) own = NULL;

  learn (fixture->memory, "bank.example", 9, BUOY_PROOF_DKIM);
  warn (fixture->memory, 0);
  forged = find (fixture->memory, "bank.example", NULL);
  g_assert_false (forged->sender.was_warned);
  warn (fixture->memory, BUOY_PROOF_SPF);
  own = find (fixture->memory, "bank.example", NULL);
  g_assert_true (own->sender.was_warned);
  assert_record (fixture->memory, "bank.example", 1, 1, 1);
}

static void
test_junk (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoyLesson) lesson = lesson_new ("bank.example", 9, BUOY_PROOF_DKIM);
  g_autoptr (BuoySenderMemory) found = NULL;

  learn (fixture->memory, "bank.example", 9, BUOY_PROOF_DKIM);
  g_assert_true (
      buoy_memory_add_lesson (fixture->memory, ACCOUNT, lesson, TRUE, buoy_memory_count_deletions (fixture->memory)));
  assert_record (fixture->memory, "bank.example", 0, 0, 1);
  found = find (fixture->memory, "bank.example", NULL);
  g_assert_true (buoy_sender_record_was_warned (&found->sender));
}

static void
learn_name (BuoyMemory *memory, const char *sender, guint day, const char *name, gboolean is_person)
{
  g_autoptr (BuoyLesson) lesson = lesson_new (sender, day, BUOY_PROOF_DKIM);

  buoy_lesson_take_name (lesson, g_strdup (name), is_person);
  buoy_memory_add_lesson (memory, ACCOUNT, lesson, FALSE, buoy_memory_count_deletions (memory));
}

static void
junk (BuoyMemory *memory, const char *sender, guint day, guint proofs, const char *name)
{
  g_autoptr (BuoyLesson) lesson = lesson_new (sender, day, proofs);

  buoy_lesson_take_name (lesson, g_strdup (name), TRUE);
  g_assert_true (buoy_memory_add_lesson (memory, ACCOUNT, lesson, TRUE, buoy_memory_count_deletions (memory)));
}

static guint
count_name (BuoyMemory *memory, const char *sender, const char *name)
{
  g_autoptr (BuoySenderMemory) found = find (memory, sender, name);

  return found->name.n_messages;
}

/* Who forges a sender, and is called junk, does not make its name anybody's. */
static void
test_junk_names (Fixture *fixture, gconstpointer unused)
{
  learn_name (fixture->memory, "bank.example", 1, "bank", FALSE);
  learn_name (fixture->memory, "bank.example", 2, "@anna kato", TRUE);
  learn_name (fixture->memory, "bank.example", 3, "@ben kato", TRUE);
  learn (fixture->memory, "bank.example", 4, 0);
  junk (fixture->memory, "bank.example", 4, 0, "@anna kato");
  g_assert_cmpint (count_name (fixture->memory, "garden.example", "bank"), ==, 1);
  g_assert_cmpint (count_name (fixture->memory, "garden.example", "@anna kato"), ==, 1);

  junk (fixture->memory, "bank.example", 2, BUOY_PROOF_DKIM, "@anna kato");
  g_assert_cmpint (count_name (fixture->memory, "garden.example", "bank"), ==, 0);
  g_assert_cmpint (count_name (fixture->memory, "garden.example", "@anna kato"), ==, 0);
  g_assert_cmpint (count_name (fixture->memory, "garden.example", "@ben kato"), ==, 1);
}

/* A sender that was only ever warned of is remembered as such, since that day. */
static void
test_warned_only (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) senders = NULL;
  g_autoptr (BuoySenderMemory) found = NULL;
  const BuoyKnownSender *sender;

  warn (fixture->memory, BUOY_PROOF_DKIM);
  senders = buoy_memory_list_senders (fixture->memory, ACCOUNT);
  g_assert_cmpint (senders->len, ==, 1);
  sender = g_ptr_array_index (senders, 0);
  g_assert_cmpint (sender->first, ==, (gint64) (FIRST_DAY + 30) * SECONDS_A_DAY);
  g_assert_cmpint (sender->last, ==, sender->first);
  g_assert_true (buoy_memory_forget_before (fixture->memory, (gint64) (FIRST_DAY + 10) * SECONDS_A_DAY));
  found = find (fixture->memory, "bank.example", NULL);
  g_assert_true (found->sender.was_warned);
}

/* As many as ever fit, of which none was proven, and two before them. */
static void
test_limit (Fixture *fixture, gconstpointer unused)
{
  static const char many[] = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i+1 FROM n WHERE i<60000)"
                             " INSERT INTO sender SELECT 1, 'host' || i || '.example', 0, 30000, x'' FROM n";
  g_autoptr (BuoySenderMemory) found = NULL;

  warn (fixture->memory, BUOY_PROOF_DKIM);
  learn (fixture->memory, "shop.example", 1, BUOY_PROOF_DKIM);
  g_assert_true (buoy_database_run (fixture->memory->db, many));
  buoy_memory_unref (fixture->memory);
  fixture->memory = buoy_memory_open (fixture->path); /* a client that runs for a minute */
  learn (fixture->memory, "garden.example", 2, BUOY_PROOF_DKIM);
  g_assert_cmpint (buoy_memory_count_senders (fixture->memory), ==, 50000);
  assert_record (fixture->memory, "shop.example", 1, 1, 1);
  assert_record (fixture->memory, "garden.example", 1, 1, 1);
  found = find (fixture->memory, "bank.example", NULL);
  g_assert_true (found->sender.was_warned);
}

static void
test_names (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoySenderMemory) own = NULL;
  g_autoptr (BuoySenderMemory) other = NULL;

  for (guint day = 0; day < 3; day++)
    learn_name (fixture->memory, "bank.example", day, "bank", FALSE);
  own = find (fixture->memory, "bank.example", "bank");
  g_assert_cmpint (own->name.n_messages, ==, 0);
  other = find (fixture->memory, "garden.example", "bank");
  g_assert_cmpstr (other->name.domain, ==, "bank.example");
  g_assert_cmpint (other->name.n_messages, ==, 3);
  g_assert_cmpint (other->name.n_days, >=, 2);
}

static gboolean
file_has (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  return g_file_get_contents (path, &bytes, &length, NULL) && memmem (bytes, length, text, strlen (text)) != NULL;
}

static void
test_forget (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoySenderMemory) other = NULL;

  g_autofree char *journal = g_strconcat (fixture->path, "-wal", NULL);

  learn_name (fixture->memory, "bank.example", 1, "bank", FALSE);
  learn_name (fixture->memory, "bank.example", 2, "@hanako kato", TRUE);
  learn (fixture->memory, "news.bank.example", 1, BUOY_PROOF_DKIM);
  learn (fixture->memory, "riverbank.example", 1, BUOY_PROOF_DKIM);
  g_assert_true (buoy_memory_forget_sender (fixture->memory, "Bank.example"));
  assert_record (fixture->memory, "bank.example", 0, 0, 0);
  assert_record (fixture->memory, "news.bank.example", 0, 0, 0);
  assert_record (fixture->memory, "riverbank.example", 1, 1, 1);
  other = find (fixture->memory, "garden.example", "bank");
  g_assert_cmpint (other->name.n_messages, ==, 0);
  g_assert_cmpint (count_name (fixture->memory, "garden.example", "@hanako kato"), ==, 0);
  g_assert_false (file_has (fixture->path, "news.bank.example") || file_has (journal, "news.bank.example"));
}

/* All or nothing: what another client adds meanwhile must not belong to an account that is gone. */
static void
test_forget_fails (Fixture *fixture, gconstpointer unused)
{
  static const char refuse[] = "CREATE TRIGGER refuse BEFORE DELETE ON account BEGIN SELECT RAISE (ABORT, 'no'); END";

  learn (fixture->memory, "bank.example", 9, BUOY_PROOF_DKIM);
  g_assert_true (buoy_database_run (fixture->memory->db, refuse));
  g_test_expect_message ("bellbuoy-memory", G_LOG_LEVEL_MESSAGE, "Nothing is learned from mail: no");
  g_assert_false (buoy_memory_forget_account (fixture->memory, ACCOUNT));
  g_test_assert_expected_messages ();
  g_assert_false (buoy_memory_clear (fixture->memory));
  assert_record (fixture->memory, "bank.example", 1, 1, 1);
  learn (fixture->memory, "shop.example", 9, BUOY_PROOF_DKIM);
  assert_record (fixture->memory, "shop.example", 1, 1, 1);
}

static void
test_forget_old (Fixture *fixture, gconstpointer unused)
{
  learn (fixture->memory, "bank.example", 9, BUOY_PROOF_DKIM);
  learn (fixture->memory, "shop.example", 11, BUOY_PROOF_DKIM);
  g_assert_true (buoy_memory_forget_before (fixture->memory, (gint64) (FIRST_DAY + 10) * SECONDS_A_DAY));
  assert_record (fixture->memory, "bank.example", 0, 0, 0);
  assert_record (fixture->memory, "shop.example", 1, 1, 1);
}

/* An address and a name are there as hashes only, and a hash is another one in each file. */
static void
test_privacy (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GPtrArray) senders = NULL;
  const BuoyKnownSender *sender;

  learn_name (fixture->memory, "hanako.kato@gmail.com", 1, "hanako kato", TRUE);
  assert_record (fixture->memory, "hanako.kato@gmail.com", 1, 1, 1);
  senders = buoy_memory_list_senders (fixture->memory, ACCOUNT);
  g_assert_cmpint (senders->len, ==, 1);
  sender = g_ptr_array_index (senders, 0);
  g_assert_null (sender->domain);
  g_assert_cmpint (sender->n_messages, ==, 1);
  g_assert_false (file_has (fixture->path, "kato") || file_has (journal, "kato"));
  g_assert_true (file_has (fixture->path, "@") || file_has (journal, "@"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer unused);
  } tests[] = {
    { "/sender/counts", test_counts },
    { "/sender/again", test_again },
    { "/sender/proven-later", test_proven_later },
    { "/sender/warned", test_warned },
    { "/sender/junk", test_junk },
    { "/sender/junk-names", test_junk_names },
    { "/sender/warned-only", test_warned_only },
    { "/sender/limit", test_limit },
    { "/sender/names", test_names },
    { "/sender/forget", test_forget },
    { "/sender/forget-fails", test_forget_fails },
    { "/sender/forget-old", test_forget_old },
    { "/sender/privacy", test_privacy },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
