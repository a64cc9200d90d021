/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Senders: a row for each, in each account. When there are too many, those go that were never proven, then those that
 * were not seen for the longest time: a sender who forges a new domain with each message pushes out no other.
 * Mailing lists have rows of the same kind, under a hash of their name and of the organisation of their server: what
 * another organisation hands in neither adds to them nor takes their place.
 */
#include "config.h"

#include "memory/store/buoy-memory-private.h"

#include <string.h>

#define MAX_SENDERS 50000 /* of all accounts: 12 MB */

#define MANY_SENDERS 10 /* less is a mailbox that was just begun, where everybody is new */

/* -1 if it cannot be kept. */
static gint64
get_account (BuoyMemory *memory, const char *name)
{
  sqlite3_stmt *statement;
  gint64 id = -1;

  if (!buoy_database_finish (buoy_memory_prepare (memory, "INSERT OR IGNORE INTO account (name) VALUES (?1)", name)))
    return -1;
  statement = buoy_memory_prepare (memory, "SELECT id FROM account WHERE name=?1", name);
  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    id = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return id;
}

/* Leaves @record alone if there is no row; FALSE if the file cannot be read. */
static gboolean
read_record (sqlite3_stmt *statement, BuoySenderRecord *record)
{
  const int result = statement != NULL ? sqlite3_step (statement) : SQLITE_ERROR;

  if (result == SQLITE_ROW)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));

      buoy_sender_record_from_bytes (record, bytes);
    }
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

static gboolean
load_record (BuoyMemory *memory, gint64 account, const char *key, BuoySenderRecord *record)
{
  sqlite3_stmt *statement
      = buoy_memory_prepare (memory, "SELECT record FROM sender WHERE sender=?1 AND account=?2", key);

  gboolean done;

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 2, account);
  done = read_record (statement, record);
  sqlite3_finalize (statement);
  return done;
}

/* @outlasts: whether the row goes only when all others have gone. */
static gboolean
save_record (BuoyMemory *memory, gint64 account, const char *key, const BuoySenderRecord *record, gboolean outlasts)
{
  g_autoptr (GBytes) bytes = buoy_sender_record_to_bytes (record);
  sqlite3_stmt *statement = buoy_memory_prepare (
      memory, "INSERT OR REPLACE INTO sender (sender, account, proven, last, record) VALUES (?1, ?2, ?3, ?4, ?5)", key);

  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 2, account);
      sqlite3_bind_int (statement, 3, outlasts);
      sqlite3_bind_int (statement, 4, record->last);
      sqlite3_bind_blob64 (statement, 5, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_TRANSIENT);
    }
  return buoy_database_finish (statement);
}

/* (nullable): NULL also if @lesson is of no list */
static char *
key_of_list (BuoyMemory *memory, const BuoyLesson *lesson)
{
  g_autofree char *name = lesson->list != NULL ? g_strconcat (lesson->list, " ", lesson->list_server, NULL) : NULL;
  g_autofree char *hash = name != NULL ? buoy_memory_hash (memory, name) : NULL;

  return hash != NULL ? g_strconcat (BUOY_MEMORY_LIST_PREFIX, hash, NULL) : NULL;
}

/* What the message teaches about its list: that it came. Whether the author is authenticated does not matter. */
static gboolean
write_list (BuoyMemory *memory, gint64 account, const BuoyQueuedLesson *queued)
{
  BuoyLesson lesson = {
    .received_at = queued->lesson->received_at,
    .n_lines = queued->lesson->n_lines,
    .proofs = BUOY_PROOF_SPF,
    .is_warned = queued->lesson->is_warned,
    .is_header = queued->lesson->is_header,
    .checker = queued->lesson->checker,
  };
  g_autofree char *key = NULL;
  BuoySenderRecord record = { 0 };
  gboolean changed;

  if (queued->lesson->list == NULL)
    return TRUE;
  memcpy (lesson.lines, queued->lesson->lines, sizeof lesson.lines);
  key = key_of_list (memory, queued->lesson);
  if (key == NULL || !load_record (memory, account, key, &record))
    return FALSE;
  memory->n_new += record.n_messages == 0;
  changed
      = queued->is_junk ? buoy_sender_record_take_back (&record, &lesson) : buoy_sender_record_add (&record, &lesson);
  /* anyone can name a new list with each message */
  return !changed || save_record (memory, account, key, &record, record.n_days > 1);
}

static gboolean
write_names (BuoyMemory *memory, gint64 account, const BuoyQueuedLesson *queued, gboolean is_proven)
{
  if (queued->is_junk) /* whoever forges the sender has taught no name, and takes none away */
    return queued->lesson->proofs == 0 || buoy_memory_drop_names (memory, account, queued->lesson);
  return !is_proven || buoy_memory_write_names (memory, account, queued->lesson);
}

static gboolean
write_lesson (BuoyMemory *memory, const BuoyQueuedLesson *queued)
{
  const BuoyLesson *lesson = queued->lesson;
  g_autofree char *key = buoy_memory_key_of (memory, lesson->sender, lesson->is_address);
  const gint64 account = get_account (memory, queued->account);
  BuoySenderRecord record = { 0 };
  guint n_proven;
  gboolean changed, outlasts;

  if (key == NULL || account < 0 || !load_record (memory, account, key, &record)
      || !write_list (memory, account, queued))
    return FALSE;
  n_proven = record.n_proven;
  memory->n_new += record.n_messages == 0;
  changed = queued->is_junk ? buoy_sender_record_take_back (&record, lesson) : buoy_sender_record_add (&record, lesson);
  if (!changed)
    return TRUE;
  /* only proven mail is held against a sender */
  outlasts = record.n_proven > 0 || buoy_sender_record_was_warned (&record);
  return save_record (memory, account, key, &record, outlasts)
         && write_names (memory, account, queued, record.n_proven > n_proven);
}

static gboolean
drop_rows (BuoyMemory *memory, const char *sql, gint64 n)
{
  sqlite3_stmt *statement = buoy_memory_prepare (memory, sql, NULL);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, n);
  return buoy_database_finish (statement);
}

/* Counting takes a few milliseconds, so it is not done for each new sender. */
static gboolean
limit_rows (BuoyMemory *memory)
{
  gint64 n_senders, n_names;

  if (memory->n_new < BUOY_MEMORY_SENDERS_AT_A_TIME)
    return TRUE;
  memory->n_new = 0;
  n_senders = buoy_memory_get_number (memory, "SELECT count(*) FROM sender");
  n_names = buoy_memory_get_number (memory, "SELECT count(*) FROM name");
  if (n_senders > MAX_SENDERS
      && !drop_rows (memory,
                     "DELETE FROM sender WHERE (account, sender) IN"
                     " (SELECT account, sender FROM sender ORDER BY proven, last LIMIT ?1)",
                     n_senders - MAX_SENDERS))
    return FALSE;
  return n_names <= MAX_SENDERS
         || drop_rows (memory,
                       "DELETE FROM name WHERE (account, key, sender) IN"
                       " (SELECT account, key, sender FROM name ORDER BY last LIMIT ?1)",
                       n_names - MAX_SENDERS);
}

gboolean
buoy_memory_write_lessons (BuoyMemory *memory)
{
  for (guint i = 0; i < memory->lessons->len; i++)
    if (!write_lesson (memory, &g_array_index (memory->lessons, BuoyQueuedLesson, i)))
      return FALSE;
  return limit_rows (memory);
}

static gboolean
knows_many (BuoyMemory *memory, const char *account)
{
  sqlite3_stmt *statement
      = buoy_memory_ask (memory, BUOY_MEMORY_ASK_MANY,
                         "SELECT 1 FROM account JOIN sender ON account=id WHERE name=?1 AND " BUOY_MEMORY_IS_SENDER
                         " LIMIT 1 OFFSET ?2",
                         account);
  gboolean found = FALSE;

  if (statement != NULL)
    {
      sqlite3_bind_int (statement, 2, MANY_SENDERS - 1);
      found = sqlite3_step (statement) == SQLITE_ROW;
      sqlite3_reset (statement);
    }
  return found;
}

/* Leaves @record alone if @key (nullable) is not known. */
static void
ask_for_record (BuoyMemory *memory, const char *account, const char *key, BuoySenderRecord *record)
{
  sqlite3_stmt *statement
      = buoy_memory_ask (memory, BUOY_MEMORY_ASK_RECORD,
                         "SELECT record FROM account JOIN sender ON account=id WHERE name=?1 AND sender=?2", account);

  if (statement == NULL)
    return;
  sqlite3_bind_text (statement, 2, key, -1, SQLITE_TRANSIENT);
  read_record (statement, record);
  sqlite3_reset (statement);
}

BuoySenderMemory *
buoy_memory_find_sender (BuoyMemory *memory, const char *account, const BuoyLesson *message, const GPtrArray *keys)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->mutex);
  g_autoptr (BuoySenderMemory) found = buoy_sender_memory_new ();
  g_autofree char *key = NULL;
  g_autofree char *list = NULL;

  if (memory->db == NULL)
    return g_steal_pointer (&found);
  key = buoy_memory_key_of (memory, message->sender, message->is_address);
  ask_for_record (memory, account, key, &found->sender);
  list = key_of_list (memory, message);
  if (list != NULL)
    ask_for_record (memory, account, list, &found->list);
  buoy_memory_find_name (memory, account, message, keys, &found->name);
  found->is_taught = knows_many (memory, account);
  return g_steal_pointer (&found);
}
