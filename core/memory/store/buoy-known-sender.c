/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "memory/store/buoy-known-sender.h"

#include "memory/store/buoy-memory-private.h"

#define SECONDS_A_DAY (24 * 60 * 60)

static void
known_sender_free (gpointer data)
{
  BuoyKnownSender *sender = data;

  g_free ((char *) sender->account);
  g_free ((char *) sender->domain);
  g_free (sender);
}

static BuoyKnownSender *
known_sender_new (sqlite3_stmt *row)
{
  const char *key = (const char *) sqlite3_column_text (row, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (row, 2), sqlite3_column_bytes (row, 2));
  BuoyKnownSender *sender = g_new0 (BuoyKnownSender, 1);
  BuoySenderRecord record;

  buoy_sender_record_from_bytes (&record, bytes);
  sender->account = g_strdup ((const char *) sqlite3_column_text (row, 0));
  sender->domain = key != NULL && *key != '@' ? g_strdup (key) : NULL;
  sender->n_messages = record.n_messages;
  sender->n_proven = record.n_proven;
  sender->first = record.first * (gint64) SECONDS_A_DAY;
  sender->last = record.last * (gint64) SECONDS_A_DAY;
  sender->was_warned = buoy_sender_record_was_warned (&record);
  return sender;
}

/*< private >
 * buoy_memory_list_senders:
 * @memory: a memory
 * @account: (nullable): the account, as the client names it; %NULL: all of them
 *
 * Lists the senders that are remembered, those seen last at first. There may be tens of thousands: it takes a fraction
 * of a second.
 *
 * Returns: (transfer full) (element-type BuoyKnownSender): the senders
 */
GPtrArray *
buoy_memory_list_senders (BuoyMemory *memory, const char *account)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;
  g_autoptr (GPtrArray) senders = g_ptr_array_new_with_free_func (known_sender_free);
  sqlite3_stmt *statement;

  g_return_val_if_fail (memory != NULL, NULL);

  locker = g_mutex_locker_new (&memory->mutex);
  statement
      = buoy_memory_prepare (memory,
                             "SELECT name, sender, record FROM sender JOIN account ON account=id"
                             " WHERE (?1 IS NULL OR name=?1) AND " BUOY_MEMORY_IS_SENDER " ORDER BY last DESC, sender",
                             account);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (senders, known_sender_new (statement));
  sqlite3_finalize (statement);
  return g_steal_pointer (&senders);
}

/*< private >
 * buoy_memory_count_senders:
 * @memory: a memory
 *
 * Counts the senders that are remembered, of all accounts.
 *
 * Returns: their number
 */
guint
buoy_memory_count_senders (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (memory != NULL, 0);

  locker = g_mutex_locker_new (&memory->mutex);
  return (guint) buoy_memory_get_number (memory, "SELECT count(*) FROM sender WHERE " BUOY_MEMORY_IS_SENDER);
}

/*< private >
 * buoy_memory_get_size:
 * @memory: a memory
 *
 * Gets how large the memory is.
 *
 * Returns: bytes
 */
guint64
buoy_memory_get_size (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (memory != NULL, 0);

  locker = g_mutex_locker_new (&memory->mutex);
  return (guint64) buoy_memory_get_number (memory,
                                           "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
}
