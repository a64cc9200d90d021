/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Opening, and what the tables have in common.
 */
#include "config.h"

#include "memory/store/buoy-memory-private.h"

#define SECONDS_A_DAY (24 * 60 * 60)

static const char *const steps[] = {
  "CREATE TABLE side (account TEXT PRIMARY KEY NOT NULL, ledger BLOB NOT NULL) WITHOUT ROWID;",
  "DELETE FROM side;", /* ledgers remember the names of clients since */
  "CREATE TABLE secret (value BLOB NOT NULL);"
  "INSERT INTO secret VALUES (randomblob (16));" /* BUOY_MEMORY_SECRET_BYTES */
  "CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"
  "CREATE TABLE sender (account INTEGER NOT NULL, sender TEXT NOT NULL, proven INTEGER NOT NULL, last INTEGER NOT NULL,"
  " record BLOB NOT NULL, PRIMARY KEY (account, sender)) WITHOUT ROWID;"
  "CREATE TABLE name (account INTEGER NOT NULL, key TEXT NOT NULL, sender TEXT NOT NULL, messages INTEGER NOT NULL,"
  " days INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (account, key, sender))"
  " WITHOUT ROWID;",
  "DELETE FROM sender; DELETE FROM name;", /* records tell what was not checked from what failed since */
  "DELETE FROM sender; DELETE FROM name;", /* lists have keys with their server, and records no lists, since */
};
static const BuoyDatabaseSchema schema
    = { .steps = steps, .n_steps = G_N_ELEMENTS (steps), .loss = "what the mailbox taught is learned again" };

static void
clear_lesson (gpointer data)
{
  BuoyQueuedLesson *queued = data;

  g_free (queued->account);
  buoy_lesson_unref (queued->lesson);
}

static void
complain (BuoyMemory *memory, const char *why)
{
  if (!memory->complained)
    g_message ("Nothing is learned from mail: %s", why);
  memory->complained = TRUE;
}

/* Write-ahead: a reader never waits for a writer. What is forgotten is overwritten. */
static void
take_result (BuoyMemory *memory, int result)
{
  if (result != SQLITE_OK)
    complain (memory, sqlite3_errstr (result));
  else
    buoy_database_run (memory->db, "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON");
}

static void
drop_questions (BuoyMemory *memory)
{
  for (guint i = 0; i < BUOY_MEMORY_N_QUESTIONS; i++)
    g_clear_pointer (&memory->questions[i], sqlite3_finalize);
}

void
buoy_memory_mend (BuoyMemory *memory)
{
  const int result = sqlite3_errcode (memory->db);

  if (!buoy_database_is_damage (result))
    {
      complain (memory, sqlite3_errmsg (memory->db));
      buoy_database_run (memory->db, "ROLLBACK");
      return;
    }
  drop_questions (memory);
  g_clear_pointer (&memory->db, sqlite3_close_v2);
  memory->has_secret = FALSE;
  take_result (memory, buoy_database_renew (memory->path, &schema, &memory->db));
}

/*< private >
 * buoy_memory_open:
 * @path: (nullable) (type filename): the file; %NULL: "bellbuoy/memory.db" of the reader's data folder
 *
 * Opens the memory that all mail clients of one reader share; the file is created if there is none (mode 0600). A
 * damaged file is renamed, and a new one is begun. If nothing can be kept (read-only, disk full), this is logged, and
 * nothing is learned.
 *
 * Returns: (transfer full): the memory
 */
BuoyMemory *
buoy_memory_open (const char *path)
{
  BuoyMemory *memory = g_new0 (BuoyMemory, 1);

  g_atomic_ref_count_init (&memory->ref_count);
  g_mutex_init (&memory->mutex);
  memory->path = path != NULL ? g_strdup (path) : buoy_database_get_usual_path ("memory.db");
  memory->queue = g_array_new (FALSE, FALSE, sizeof (BuoyQueuedHandOver));
  memory->strings = g_string_chunk_new (1024);
  memory->lessons = g_array_new (FALSE, FALSE, sizeof (BuoyQueuedLesson));
  g_array_set_clear_func (memory->lessons, clear_lesson);
  memory->n_new = BUOY_MEMORY_SENDERS_AT_A_TIME; /* other processes may have added many */
  take_result (memory, buoy_database_open (memory->path, &schema, &memory->db));
  return memory;
}

/*< private >
 * buoy_memory_new:
 *
 * Creates a memory that is gone with its last reference: what a mailbox teaches about itself.
 *
 * Returns: (transfer full): the memory
 */
BuoyMemory *
buoy_memory_new (void)
{
  return buoy_memory_open (BUOY_DATABASE_IN_MEMORY);
}

/*< private >
 * buoy_memory_ref:
 * @memory: a memory
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @memory
 */
BuoyMemory *
buoy_memory_ref (BuoyMemory *memory)
{
  g_return_val_if_fail (memory != NULL, NULL);

  g_atomic_ref_count_inc (&memory->ref_count);
  return memory;
}

/*< private >
 * buoy_memory_unref:
 * @memory: (transfer full): a memory
 *
 * Drops a reference; any thread may. What was not committed is not kept.
 */
void
buoy_memory_unref (BuoyMemory *memory)
{
  g_return_if_fail (memory != NULL);

  if (!g_atomic_ref_count_dec (&memory->ref_count))
    return;
  drop_questions (memory);
  sqlite3_close (memory->db);
  g_mutex_clear (&memory->mutex);
  g_array_unref (memory->queue);
  g_array_unref (memory->lessons);
  g_string_chunk_free (memory->strings);
  g_free (memory->path);
  g_free (memory);
}

/*< private >
 * buoy_memory_is_kept:
 * @memory: a memory
 *
 * Tells whether the memory has a place; if not, nothing is learned.
 *
 * Returns: %TRUE if it has
 */
gboolean
buoy_memory_is_kept (const BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (memory != NULL, FALSE);

  locker = g_mutex_locker_new ((GMutex *) &memory->mutex);
  return memory->db != NULL;
}

sqlite3_stmt *
buoy_memory_prepare (BuoyMemory *memory, const char *sql, const char *account)
{
  sqlite3_stmt *statement = NULL;

  if (memory->db == NULL)
    return NULL;
  if (sqlite3_prepare_v2 (memory->db, sql, -1, &statement, NULL) == SQLITE_OK && account != NULL)
    sqlite3_bind_text (statement, 1, account, -1, SQLITE_TRANSIENT);
  return statement;
}

sqlite3_stmt *
buoy_memory_ask (BuoyMemory *memory, BuoyMemoryQuestion question, const char *sql, const char *account)
{
  sqlite3_stmt **place = &memory->questions[question];

  if (memory->db == NULL)
    return NULL;
  if (*place == NULL)
    sqlite3_prepare_v3 (memory->db, sql, -1, SQLITE_PREPARE_PERSISTENT, place, NULL);
  if (*place != NULL)
    sqlite3_bind_text (*place, 1, account, -1, SQLITE_TRANSIENT);
  return *place;
}

gint64
buoy_memory_get_number (BuoyMemory *memory, const char *sql)
{
  sqlite3_stmt *statement = buoy_memory_prepare (memory, sql, NULL);
  gint64 n = 0;

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    n = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return n;
}

gboolean
buoy_memory_is_of_future (gint64 seconds)
{
  return seconds > g_get_real_time () / G_USEC_PER_SEC + SECONDS_A_DAY;
}
