/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The receiving side: a row per account.
 */
#include "config.h"

#include "buoy-context-private.h"
#include "memory/store/buoy-memory-private.h"

/* (transfer full): empty if nothing is known, or the row makes no sense; NULL if the file cannot be read. */
static BuoySideLedger *
load_ledger (BuoyMemory *memory, const char *account)
{
  sqlite3_stmt *statement = buoy_memory_prepare (memory, "SELECT ledger FROM side WHERE account=?1", account);
  const int result = statement != NULL ? sqlite3_step (statement) : SQLITE_ERROR;
  BuoySideLedger *ledger = NULL;

  if (result == SQLITE_ROW)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));

      ledger = buoy_side_ledger_from_bytes (bytes);
    }
  sqlite3_finalize (statement);
  return ledger != NULL || (result != SQLITE_ROW && result != SQLITE_DONE) ? ledger : buoy_side_ledger_new ();
}

static gboolean
save_ledger (BuoyMemory *memory, const char *account, const BuoySideLedger *ledger)
{
  g_autoptr (GBytes) bytes = buoy_side_ledger_to_bytes (ledger);
  sqlite3_stmt *statement = buoy_memory_prepare (memory, "INSERT OR REPLACE INTO side VALUES (?1, ?2)", account);

  if (statement != NULL)
    sqlite3_bind_blob64 (statement, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_TRANSIENT);
  return buoy_database_finish (statement);
}

/* The ledgers of the accounts of the queue, with what is queued. NULL if one cannot be read. */
static GHashTable *
fill_ledgers (BuoyMemory *memory)
{
  g_autoptr (GHashTable) ledgers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) buoy_side_ledger_free);

  for (guint i = 0; i < memory->queue->len; i++)
    {
      const BuoyQueuedHandOver *queued = &g_array_index (memory->queue, BuoyQueuedHandOver, i);
      BuoySideLedger *ledger = g_hash_table_lookup (ledgers, queued->account);

      if (ledger == NULL)
        {
          ledger = load_ledger (memory, queued->account);
          if (ledger == NULL)
            return NULL;
          g_hash_table_insert (ledgers, (gpointer) queued->account, ledger);
        }
      buoy_side_ledger_add (ledger, &queued->hand_over);
    }
  return g_steal_pointer (&ledgers);
}

gboolean
buoy_memory_write_ledgers (BuoyMemory *memory)
{
  g_autoptr (GHashTable) ledgers = fill_ledgers (memory);
  GHashTableIter iter;
  gpointer account, ledger;

  if (ledgers == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, ledgers);
  while (g_hash_table_iter_next (&iter, &account, &ledger))
    if (!save_ledger (memory, account, ledger))
      return FALSE;
  return TRUE;
}

BuoyReceivingSide *
buoy_memory_get_receiving_side (BuoyMemory *memory, const char *account)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->mutex);
  g_autoptr (BuoySideLedger) ledger = load_ledger (memory, account);

  return ledger != NULL ? buoy_side_ledger_conclude (ledger) : NULL;
}

/*< private >
 * buoy_memory_get_server:
 * @memory: a memory
 * @account: the account, as the client names it
 *
 * Gets the server that accepts the account's mail from outside.
 *
 * Returns: (transfer full) (nullable): its name, if it was learned
 */
char *
buoy_memory_get_server (BuoyMemory *memory, const char *account)
{
  g_autoptr (BuoyReceivingSide) side = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL, NULL);

  side = buoy_memory_get_receiving_side (memory, account);
  return side != NULL ? g_strdup (side->server) : NULL;
}

/*< private >
 * buoy_memory_get_checker:
 * @memory: a memory
 * @account: the account, as the client names it
 *
 * Gets the server whose results are read although a sender might write in the same place, since the account's mail
 * shows that the server writes there itself.
 *
 * Returns: (transfer full) (nullable): its name, if that was learned
 */
char *
buoy_memory_get_checker (BuoyMemory *memory, const char *account)
{
  g_autoptr (BuoyReceivingSide) side = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL, NULL);

  side = buoy_memory_get_receiving_side (memory, account);
  return side != NULL && side->results != NULL ? g_strdup (buoy_receiving_side_get_checker (side)) : NULL;
}

/*< private >
 * buoy_memory_use:
 * @memory: a memory
 * @account: the account whose mail is to be analysed, as the client names it
 * @context: a context that no scan has seen yet
 *
 * Hands the context what was learned about the account's servers until now. What the context has configured counts
 * more.
 *
 * Returns: whether something was learned
 */
gboolean
buoy_memory_use (BuoyMemory *memory, const char *account, BuoyContext *context)
{
  g_autoptr (BuoyReceivingSide) side = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL, FALSE);
  g_return_val_if_fail (buoy_context_is_open (context), FALSE);

  side = buoy_memory_get_receiving_side (memory, account);
  buoy_context_set_receiving_side (context, side);
  return side != NULL;
}

/*< private >
 * buoy_memory_has_changed:
 * @memory: a memory
 * @account: the account whose mail is to be analysed, as the client names it
 * @context: a context that was given to buoy_memory_use()
 *
 * Tells whether something else was learned about the account's servers since buoy_memory_use() handed it to the
 * context, so that a client that keeps contexts knows when it needs a new one. It reads the file.
 *
 * Returns: whether the context is out of date
 */
gboolean
buoy_memory_has_changed (BuoyMemory *memory, const char *account, const BuoyContext *context)
{
  g_autoptr (BuoyReceivingSide) side = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL && context != NULL, FALSE);

  side = buoy_memory_get_receiving_side (memory, account);
  return !buoy_receiving_side_equal (side, context->side);
}
