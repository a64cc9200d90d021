/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Opening, and what the tables have in common.
 */
#include "config.h"

#include "memory/store/buoy-memory-private.h"

G_DEFINE_BOXED_TYPE (BuoyMemory, buoy_memory, buoy_memory_ref, buoy_memory_unref)

static const char *const steps[] = {
  "CREATE TABLE side (account TEXT PRIMARY KEY NOT NULL, ledger BLOB NOT NULL) WITHOUT ROWID;",
  "DELETE FROM side;", /* ledgers remember the names of clients since */
};
static const BuoyDatabaseSchema schema
    = { .steps = steps, .n_steps = G_N_ELEMENTS (steps), .loss = "what the mailbox taught is learned again" };

static void
complain (BuoyMemory *memory, const char *why)
{
  if (!memory->complained)
    g_message ("Nothing is learned from mail: %s", why);
  memory->complained = TRUE;
}

/* Write-ahead: a reader never waits for a writer. */
static void
take_result (BuoyMemory *memory, int result)
{
  if (result != SQLITE_OK)
    complain (memory, sqlite3_errstr (result));
  else
    buoy_database_run (memory->db, "PRAGMA journal_mode=WAL");
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
  g_clear_pointer (&memory->db, sqlite3_close_v2);
  take_result (memory, buoy_database_renew (memory->path, &schema, &memory->db));
}

/**
 * buoy_memory_open:
 * @path: (nullable) (type filename): the file; %NULL: "bellbuoy/memory.db" of the reader's data folder
 *
 * Opens the memory that all mail clients of one reader share; the file is created if there is none (mode 0600). A
 * damaged file is renamed, and a new one is begun. If nothing can be kept (read-only, disk full), this is logged, and
 * nothing is learned.
 *
 * Returns: (transfer full): the memory
 *
 * Since: 0.2
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
  take_result (memory, buoy_database_open (memory->path, &schema, &memory->db));
  return memory;
}

/**
 * buoy_memory_new:
 *
 * Creates a memory that is gone with its last reference: what a mailbox teaches about itself.
 *
 * Returns: (transfer full): the memory
 *
 * Since: 0.2
 */
BuoyMemory *
buoy_memory_new (void)
{
  return buoy_memory_open (BUOY_DATABASE_IN_MEMORY);
}

/**
 * buoy_memory_ref:
 * @memory: a memory
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @memory
 *
 * Since: 0.2
 */
BuoyMemory *
buoy_memory_ref (BuoyMemory *memory)
{
  g_return_val_if_fail (memory != NULL, NULL);

  g_atomic_ref_count_inc (&memory->ref_count);
  return memory;
}

/**
 * buoy_memory_unref:
 * @memory: (transfer full): a memory
 *
 * Drops a reference; any thread may. What was not committed is not kept.
 *
 * Since: 0.2
 */
void
buoy_memory_unref (BuoyMemory *memory)
{
  g_return_if_fail (memory != NULL);

  if (!g_atomic_ref_count_dec (&memory->ref_count))
    return;
  sqlite3_close (memory->db);
  g_mutex_clear (&memory->mutex);
  g_array_unref (memory->queue);
  g_string_chunk_free (memory->strings);
  g_free (memory->path);
  g_free (memory);
}

/**
 * buoy_memory_is_kept:
 * @memory: a memory
 *
 * Tells whether the memory has a place; if not, nothing is learned.
 *
 * Returns: %TRUE if it has
 *
 * Since: 0.2
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
