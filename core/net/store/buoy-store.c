/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A table of answers with an index by age.
 */
#include "config.h"

#include "net/store/buoy-store.h"

#include "store/buoy-database.h"

struct _BuoyStore
{
  GMutex mutex;
  sqlite3 *db; /* NULL if nothing can be stored */
  guint max_answers;
  gboolean complained;
};

static const char *const steps[] = {
  "CREATE TABLE IF NOT EXISTS answer (subject TEXT NOT NULL, kind TEXT NOT NULL,"
  " value BLOB NOT NULL, asked INTEGER NOT NULL, expires INTEGER NOT NULL,"
  " PRIMARY KEY (subject, kind)) WITHOUT ROWID;"
  "CREATE INDEX IF NOT EXISTS answer_by_age ON answer (asked);",
};
static const BuoyDatabaseSchema schema
    = { .steps = steps, .n_steps = G_N_ELEMENTS (steps), .loss = "answers are asked for again" };
static const char select_answer[] = "SELECT value, asked FROM answer WHERE subject=?1 AND kind=?2 AND asked<=?3 AND "
                                    "expires>?3";
static const char insert_answer[] = "INSERT OR REPLACE INTO answer VALUES (?1, ?2, ?4, ?3, ?5)";
static const char prune_answers[] = "DELETE FROM answer WHERE (subject, kind) IN (SELECT subject, kind FROM answer"
                                    " ORDER BY asked DESC LIMIT -1 OFFSET ?1)";

static void
complain (BuoyStore *store, const char *why)
{
  if (!store->complained)
    g_message ("Answers are not kept: %s", why);
  store->complained = TRUE;
}

BuoyStore *
buoy_store_open (const char *path, guint max_answers)
{
  BuoyStore *store = g_new0 (BuoyStore, 1);
  g_autofree char *usual = buoy_database_get_usual_path ("answers.db");
  int result;

  g_mutex_init (&store->mutex);
  store->max_answers = max_answers;
  result = buoy_database_open (path != NULL ? path : usual, &schema, &store->db);
  if (result != SQLITE_OK)
    complain (store, sqlite3_errstr (result));
  return store;
}

void
buoy_store_close (BuoyStore *store)
{
  sqlite3_close (store->db);
  g_mutex_clear (&store->mutex);
  g_free (store);
}

static sqlite3_stmt *
prepare (BuoyStore *store, const char *sql, const char *subject, const char *kind, gint64 now)
{
  sqlite3_stmt *statement = NULL;

  if (store->db == NULL || sqlite3_prepare_v2 (store->db, sql, -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_text (statement, 1, subject, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, kind, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, now);
  return statement;
}

GBytes *
buoy_store_get (BuoyStore *store, const char *subject, const char *kind, gint64 now, gint64 *out_asked)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&store->mutex);
  sqlite3_stmt *statement = prepare (store, select_answer, subject, kind, now);
  GBytes *value = NULL;

  if (statement == NULL)
    return NULL;
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      value = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
      if (out_asked != NULL)
        *out_asked = sqlite3_column_int64 (statement, 1);
    }
  sqlite3_finalize (statement);
  return value;
}

static gboolean
finish_write (BuoyStore *store, sqlite3_stmt *statement)
{
  const gboolean done = buoy_database_finish (statement);

  if (!done && store->db != NULL)
    complain (store, sqlite3_errmsg (store->db));
  return done;
}

static gboolean
prune (BuoyStore *store)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (store->db, prune_answers, -1, &statement, NULL) == SQLITE_OK)
    sqlite3_bind_int (statement, 1, store->max_answers);
  return finish_write (store, statement);
}

gboolean
buoy_store_put (BuoyStore *store, const char *subject, const char *kind, GBytes *value, gint64 now, gint64 lifetime)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&store->mutex);
  sqlite3_stmt *statement = prepare (store, insert_answer, subject, kind, now);

  if (statement != NULL)
    {
      gsize length;
      const void *bytes = g_bytes_get_data (value, &length);

      sqlite3_bind_blob64 (statement, 4, bytes == NULL ? "" : bytes, length, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 5, now + lifetime);
    }
  return finish_write (store, statement) && prune (store);
}
