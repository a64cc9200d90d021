/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader sees of the memory, and how to get rid of it.
 */
#include "config.h"

#include "memory/store/buoy-memory-private.h"

/**
 * buoy_memory_list_accounts:
 * @memory: a memory
 *
 * Lists the accounts that taught something.
 *
 * Returns: (transfer full): their names
 *
 * Since: 0.2
 */
char **
buoy_memory_list_accounts (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;
  g_autoptr (GStrvBuilder) accounts = g_strv_builder_new ();
  sqlite3_stmt *statement;

  g_return_val_if_fail (memory != NULL, NULL);

  locker = g_mutex_locker_new (&memory->mutex);
  statement = buoy_memory_prepare (memory, "SELECT account FROM side ORDER BY account", NULL);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_strv_builder_add (accounts, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return g_strv_builder_end (accounts);
}

/**
 * buoy_memory_forget_account:
 * @memory: a memory
 * @account: the account, as the client names it
 *
 * Forgets what was learned from an account.
 *
 * Returns: %FALSE if that could not be written
 *
 * Since: 0.2
 */
gboolean
buoy_memory_forget_account (BuoyMemory *memory, const char *account)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL, FALSE);

  locker = g_mutex_locker_new (&memory->mutex);
  return buoy_database_finish (buoy_memory_prepare (memory, "DELETE FROM side WHERE account=?1", account));
}

/**
 * buoy_memory_clear:
 * @memory: a memory
 *
 * Forgets everything, also what is not written yet. Nothing of it stays in the file.
 *
 * Returns: %FALSE if that could not be written
 *
 * Since: 0.2
 */
gboolean
buoy_memory_clear (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (memory != NULL, FALSE);

  locker = g_mutex_locker_new (&memory->mutex);
  buoy_memory_drop_queue (memory);
  if (memory->db == NULL)
    return FALSE;
  if (buoy_database_run (memory->db, "DELETE FROM side; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"))
    return TRUE;
  buoy_memory_mend (memory);
  return FALSE;
}
