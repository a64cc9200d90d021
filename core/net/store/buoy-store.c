/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * SQLite's own journal makes a write whole or nothing, also when a process is killed in the midst of it.
 */
#include "config.h"

#include "net/store/buoy-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#define SCHEMA_VERSION 1
#define BUSY_MS 500 /* another process writes for a millisecond */

struct _BuoyStore
{
  GMutex mutex;
  sqlite3 *db; /* NULL: nothing is kept */
  guint max_answers;
  gboolean complained;
};

static const char set_up[] = "PRAGMA synchronous=NORMAL;"
                             "CREATE TABLE IF NOT EXISTS answer (subject TEXT NOT NULL, kind TEXT NOT NULL,"
                             " value BLOB NOT NULL, asked INTEGER NOT NULL, expires INTEGER NOT NULL,"
                             " PRIMARY KEY (subject, kind)) WITHOUT ROWID;"
                             "CREATE INDEX IF NOT EXISTS answer_by_age ON answer (asked);"
                             "PRAGMA user_version=" G_STRINGIFY (SCHEMA_VERSION) ";";
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

static gboolean
run_all (sqlite3 *db, const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* SQLite makes files with the process's mask; what a reader asked for is nobody else's business. */
static gboolean
make_private_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return FALSE;
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return FALSE;
  close (fd);
  return TRUE;
}

/* A newer version's table is left alone: what it holds is not ours to read. */
static gboolean
has_known_version (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  gboolean known = FALSE;

  if (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    known = sqlite3_column_int (statement, 0) <= SCHEMA_VERSION;
  sqlite3_finalize (statement);
  return known;
}

static int
open_file (BuoyStore *store, const char *path)
{
  int result;

  if (!make_private_file (path))
    return SQLITE_CANTOPEN;
  result = sqlite3_open_v2 (path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL);
  if (result == SQLITE_OK)
    {
      sqlite3_busy_timeout (store->db, BUSY_MS);
      if (!has_known_version (store->db))
        result = sqlite3_errcode (store->db) == SQLITE_OK ? SQLITE_SCHEMA : sqlite3_errcode (store->db);
      else if (!run_all (store->db, set_up))
        result = sqlite3_errcode (store->db);
    }
  if (result != SQLITE_OK)
    {
      sqlite3_close (store->db);
      store->db = NULL;
    }
  return result;
}

BuoyStore *
buoy_store_open (const char *path, guint max_answers)
{
  BuoyStore *store = g_new0 (BuoyStore, 1);
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "bellbuoy", "answers.db", NULL);
  const char *file = path != NULL ? path : usual;
  int result;

  g_mutex_init (&store->mutex);
  store->max_answers = max_answers;
  result = open_file (store, file);
  if (result == SQLITE_CORRUPT || result == SQLITE_NOTADB)
    {
      g_message ("%s is damaged and made anew; answers are asked for again", file);
      if (g_unlink (file) == 0)
        result = open_file (store, file);
    }
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
  const gboolean done = statement != NULL && sqlite3_step (statement) == SQLITE_DONE;

  sqlite3_finalize (statement);
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
