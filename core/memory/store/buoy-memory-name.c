/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Display names: a row for each name and the domain that proved itself under it. Names are kept as hashes. Of people so
 * is where they write from.
 */
#include "config.h"

#include "memory/store/buoy-memory-private.h"

static char *
place_of (BuoyMemory *memory, const BuoyLesson *lesson, gboolean is_person)
{
  return is_person ? buoy_memory_key_of (memory, lesson->home, TRUE)
                   : buoy_memory_key_of (memory, lesson->sender, lesson->is_address);
}

static gboolean
write_name (BuoyMemory *memory, gint64 account, const BuoyLesson *lesson, const BuoyLessonName *name)
{
  g_autofree char *key = buoy_memory_hash (memory, name->key);
  g_autofree char *place = place_of (memory, lesson, name->is_person);
  const guint16 day = buoy_sender_record_day_of (lesson->received_at);
  sqlite3_stmt *statement = buoy_memory_prepare (
      memory,
      "INSERT INTO name (key, account, sender, messages, days, first, last) VALUES (?1, ?2, ?3, 1, 1, ?4, ?4)"
      " ON CONFLICT DO UPDATE SET messages=messages+1, days=days+(?4 NOT IN (first, last)), first=min(first, ?4),"
      " last=max(last, ?4)",
      key);

  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 2, account);
      sqlite3_bind_text (statement, 3, place, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int (statement, 4, day);
    }
  return buoy_database_finish (statement);
}

gboolean
buoy_memory_write_names (BuoyMemory *memory, gint64 account, const BuoyLesson *lesson)
{
  for (guint i = 0; i < lesson->n_names; i++)
    if (!write_name (memory, account, lesson, &lesson->names[i]))
      return FALSE;
  return TRUE;
}

/* Others may write from the same place: only the name of the message goes. */
static gboolean
drop_person (BuoyMemory *memory, gint64 account, const BuoyLesson *lesson, const BuoyLessonName *name)
{
  g_autofree char *key = buoy_memory_hash (memory, name->key);
  g_autofree char *place = place_of (memory, lesson, TRUE);
  sqlite3_stmt *statement
      = buoy_memory_prepare (memory, "DELETE FROM name WHERE key=?1 AND account=?2 AND sender=?3", key);

  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 2, account);
      sqlite3_bind_text (statement, 3, place, -1, SQLITE_TRANSIENT);
    }
  return buoy_database_finish (statement);
}

static gboolean
drop_people (BuoyMemory *memory, gint64 account, const BuoyLesson *lesson)
{
  for (guint i = 0; i < lesson->n_names; i++)
    if (lesson->names[i].is_person && !drop_person (memory, account, lesson, &lesson->names[i]))
      return FALSE;
  return TRUE;
}

gboolean
buoy_memory_drop_names (BuoyMemory *memory, gint64 account, const BuoyLesson *lesson)
{
  g_autofree char *place = place_of (memory, lesson, FALSE);
  sqlite3_stmt *statement = buoy_memory_prepare (memory, "DELETE FROM name WHERE sender=?1 AND account=?2", place);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 2, account);
  return buoy_database_finish (statement) && drop_people (memory, account, lesson);
}

/* Where a name came from most often; it is known if it came from where the message is from. */
typedef struct
{
  BuoyNameMemory name;
  gboolean is_known;
} Search;

static void
take_row (sqlite3_stmt *row, const char *own_place, const char *own_home, Search *search)
{
  const char *place = (const char *) sqlite3_column_text (row, 0);
  const gboolean is_person = place != NULL && *place == '@';
  const guint n_messages = (guint) sqlite3_column_int (row, 1);

  search->is_known |= g_strcmp0 (place, own_place) == 0 || g_strcmp0 (place, own_home) == 0;
  if (n_messages <= search->name.n_messages)
    return;
  g_free (search->name.domain);
  search->name = (BuoyNameMemory){
    .domain = is_person ? NULL : g_strdup (place),
    .is_person = is_person,
    .n_messages = n_messages,
    .n_days = (guint) sqlite3_column_int (row, 2),
    .first = (guint16) sqlite3_column_int (row, 3),
  };
}

/* Resets @statement. */
static void
find_key (BuoyMemory *memory, sqlite3_stmt *statement, const char *name_key, const char *own_place,
          const char *own_home, BuoyNameMemory *best)
{
  g_autofree char *key = buoy_memory_hash (memory, name_key);
  Search search = { 0 };

  sqlite3_bind_text (statement, 2, key, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (statement) == SQLITE_ROW)
    take_row (statement, own_place, own_home, &search);
  sqlite3_reset (statement);
  if (search.is_known || search.name.n_messages <= best->n_messages)
    {
      g_free (search.name.domain);
      return;
    }
  g_free (best->domain);
  *best = search.name;
}

void
buoy_memory_find_name (BuoyMemory *memory, const char *account, const BuoyLesson *message, const GPtrArray *keys,
                       BuoyNameMemory *out)
{
  g_autofree char *place = place_of (memory, message, FALSE);
  g_autofree char *home = place_of (memory, message, TRUE);
  sqlite3_stmt *statement = buoy_memory_ask (memory, BUOY_MEMORY_ASK_NAME,
                                             "SELECT sender, messages, days, first FROM account JOIN name ON account=id"
                                             " WHERE account.name=?1 AND key=?2",
                                             account);

  for (guint i = 0; statement != NULL && i < keys->len; i++)
    find_key (memory, statement, g_ptr_array_index (keys, i), place, home, out);
}
