/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The receiving side: a row per account. Messages are added in one transaction, so that clients don't overwrite each
 * other's rows. Between buoy_memory_begin() and buoy_memory_commit() they are only queued: nobody waits while mail is
 * read.
 */
#include "config.h"

#include "buoy-context-private.h"
#include "memory/store/buoy-memory-private.h"

/* (transfer full): empty if nothing is known. */
static BuoySideLedger *
load_ledger (BuoyMemory *memory, const char *account)
{
  sqlite3_stmt *statement = buoy_memory_prepare (memory, "SELECT ledger FROM side WHERE account=?1", account);
  BuoySideLedger *ledger = NULL;

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));

      ledger = buoy_side_ledger_from_bytes (bytes);
    }
  sqlite3_finalize (statement);
  return ledger != NULL ? ledger : buoy_side_ledger_new ();
}

static gboolean
save_ledger (BuoyMemory *memory, const char *account, const BuoySideLedger *ledger)
{
  g_autoptr (GBytes) bytes = buoy_side_ledger_to_bytes (ledger);
  sqlite3_stmt *statement = buoy_memory_prepare (memory, "INSERT OR REPLACE INTO side VALUES (?1, ?2)", account);

  if (statement != NULL)
    sqlite3_bind_blob64 (statement, 2, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_TRANSIENT);
  return buoy_memory_finish_write (statement);
}

/* The queued messages of one account. */
static gboolean
write_account (BuoyMemory *memory, const char *account)
{
  g_autoptr (BuoySideLedger) ledger = load_ledger (memory, account);

  for (guint i = 0; i < memory->queue->len; i++)
    {
      const BuoyQueuedHandOver *queued = &g_array_index (memory->queue, BuoyQueuedHandOver, i);

      if (queued->account == account)
        buoy_side_ledger_add (ledger, &queued->hand_over);
    }
  return save_ledger (memory, account, ledger);
}

/* Account names in the queue are interned: the same pointer, the same account. */
static gboolean
write_queue (BuoyMemory *memory)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  if (!buoy_database_run (memory->db, "BEGIN IMMEDIATE"))
    return FALSE;
  for (guint i = 0; i < memory->queue->len; i++)
    {
      const char *account = g_array_index (memory->queue, BuoyQueuedHandOver, i).account;

      if (g_hash_table_add (done, (gpointer) account) && !write_account (memory, account))
        return FALSE;
    }
  return buoy_database_run (memory->db, "COMMIT");
}

static gboolean
flush (BuoyMemory *memory)
{
  gboolean done = memory->queue->len == 0;

  if (memory->db != NULL && !done)
    {
      done = write_queue (memory);
      if (!done)
        buoy_memory_mend (memory);
    }
  g_array_set_size (memory->queue, 0);
  g_string_chunk_clear (memory->strings);
  return done;
}

/**
 * buoy_memory_begin:
 * @memory: a memory
 *
 * Keeps what is learned from now on in the process, until buoy_memory_commit(): for many messages at once.
 *
 * Since: 0.2
 */
void
buoy_memory_begin (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_if_fail (memory != NULL);

  locker = g_mutex_locker_new (&memory->mutex);
  memory->n_begun++;
}

/**
 * buoy_memory_commit:
 * @memory: a memory
 *
 * Writes what was learned since buoy_memory_begin(), all or nothing.
 *
 * Returns: %FALSE if it could not be kept
 *
 * Since: 0.2
 */
gboolean
buoy_memory_commit (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (memory != NULL && memory->n_begun > 0, FALSE);

  locker = g_mutex_locker_new (&memory->mutex);
  return --memory->n_begun > 0 || flush (memory);
}

static BuoyHandOverLine
copy_line (GStringChunk *strings, const BuoyHandOverLine *line)
{
  return (BuoyHandOverLine){
    .by = line->by != NULL ? g_string_chunk_insert_const (strings, line->by) : NULL,
    .peer = line->peer != NULL ? g_string_chunk_insert_const (strings, line->peer) : NULL,
    .helo = line->helo != NULL ? g_string_chunk_insert_const (strings, line->helo) : NULL,
    .results = line->results != NULL ? g_string_chunk_insert_const (strings, line->results) : NULL,
  };
}

gboolean
buoy_memory_add_hand_over (BuoyMemory *memory, const char *account, const BuoyHandOver *hand_over)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->mutex);
  const BuoyQueuedHandOver queued = {
    .account = g_string_chunk_insert_const (memory->strings, account),
    .hand_over = {
      .day = hand_over->day,
      .outer = copy_line (memory->strings, &hand_over->outer),
      .inner = copy_line (memory->strings, &hand_over->inner),
    },
  };

  g_array_append_val (memory->queue, queued);
  return memory->n_begun > 0 || flush (memory);
}

BuoyReceivingSide *
buoy_memory_get_receiving_side (BuoyMemory *memory, const char *account)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->mutex);
  g_autoptr (BuoySideLedger) ledger = load_ledger (memory, account);

  return buoy_side_ledger_conclude (ledger);
}

/**
 * buoy_memory_get_server:
 * @memory: a memory
 * @account: the account, as the client names it
 *
 * Gets the server that accepts the account's mail from outside.
 *
 * Returns: (transfer full) (nullable): its name, if it was learned
 *
 * Since: 0.2
 */
char *
buoy_memory_get_server (BuoyMemory *memory, const char *account)
{
  g_autoptr (BuoyReceivingSide) side = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL, NULL);

  side = buoy_memory_get_receiving_side (memory, account);
  return side != NULL ? g_strdup (side->server) : NULL;
}

/**
 * buoy_memory_get_checker:
 * @memory: a memory
 * @account: the account, as the client names it
 *
 * Gets the server whose results are read although a sender might write in the same place, since the account's mail
 * shows that the server writes there itself.
 *
 * Returns: (transfer full) (nullable): its name, if that was learned
 *
 * Since: 0.2
 */
char *
buoy_memory_get_checker (BuoyMemory *memory, const char *account)
{
  g_autoptr (BuoyReceivingSide) side = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL, NULL);

  side = buoy_memory_get_receiving_side (memory, account);
  return side != NULL && side->results != NULL ? g_strdup (buoy_receiving_side_get_checker (side)) : NULL;
}

/**
 * buoy_memory_use:
 * @memory: a memory
 * @account: the account whose mail is to be analysed, as the client names it
 * @context: a context that no scan has seen yet
 *
 * Hands the context what was learned about the account's servers until now. What the context has configured counts
 * more.
 *
 * Returns: whether something was learned
 *
 * Since: 0.2
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
