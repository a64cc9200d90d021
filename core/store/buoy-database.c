/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * SQLite's own journal makes a write whole or nothing, even if the process is killed in the middle of it.
 */
#include "config.h"

#include "store/buoy-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Other processes write for a millisecond, but on a machine with more to do than processors they may be stopped in the
 * middle of it. Whoever writes is no thread that a reader waits for.
 */
#define BUSY_MS 10000

gboolean
buoy_database_run (sqlite3 *db, const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

gboolean
buoy_database_finish (sqlite3_stmt *statement)
{
  const gboolean done = statement != NULL && sqlite3_step (statement) == SQLITE_DONE;

  sqlite3_finalize (statement);
  return done;
}

char *
buoy_database_get_usual_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "bellbuoy", name, NULL);
}

/* SQLite creates files with the mask of the process. */
static gboolean
make_private_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return FALSE;
  /* closing any descriptor of a file drops the locks that SQLite has on it in this process */
  if (g_lstat (path, &info) == 0)
    return S_ISREG (info.st_mode) && g_access (path, R_OK | W_OK) == 0;
  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno == EEXIST;
  close (fd);
  return TRUE;
}

/* -1 if it cannot be read. */
static int
read_version (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  int version = -1;

  if (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return version;
}

/* In one transaction, so that two processes don't both take a step. SQLITE_OK, or why not. */
static int
migrate (sqlite3 *db, const BuoyDatabaseSchema *schema)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version=%d", schema->n_steps);
  gboolean done = TRUE;
  int version, result;

  if (!buoy_database_run (db, "BEGIN IMMEDIATE"))
    return sqlite3_errcode (db);
  version = read_version (db);
  for (int i = version; done && i >= 0 && i < schema->n_steps; i++)
    done = buoy_database_run (db, schema->steps[i]);
  if (done && version >= 0 && (version >= schema->n_steps || buoy_database_run (db, mark))
      && buoy_database_run (db, "COMMIT"))
    return SQLITE_OK;
  result = sqlite3_errcode (db); /* of what failed, not of the rollback */
  buoy_database_run (db, "ROLLBACK");
  return result != SQLITE_OK ? result : SQLITE_ERROR;
}

/* A newer version's tables are left alone: their meaning is unknown. */
static int
set_up (sqlite3 *db, const BuoyDatabaseSchema *schema)
{
  int version;

  sqlite3_busy_timeout (db, BUSY_MS);
  version = read_version (db);
  if (version > schema->n_steps)
    return SQLITE_SCHEMA;
  if (version < 0 || !buoy_database_run (db, "PRAGMA synchronous=NORMAL"))
    return sqlite3_errcode (db);
  return version == schema->n_steps ? SQLITE_OK : migrate (db, schema);
}

static int
open_file (const char *path, const BuoyDatabaseSchema *schema, sqlite3 **out_db)
{
  int result;

  *out_db = NULL;
  if (!g_str_equal (path, BUOY_DATABASE_IN_MEMORY) && !make_private_file (path))
    return SQLITE_CANTOPEN;
  result = sqlite3_open_v2 (path, out_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL);
  if (result == SQLITE_OK)
    result = set_up (*out_db, schema);
  if (result != SQLITE_OK)
    g_clear_pointer (out_db, sqlite3_close);
  return result;
}

/* The journals of the damaged file must not be applied to the new one. */
static gboolean
set_aside (const char *path, const char *aside)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm" };

  if (g_rename (path, aside) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *journal = g_strconcat (path, suffixes[i], NULL);

      g_unlink (journal);
    }
  return TRUE;
}

gboolean
buoy_database_is_damage (int result)
{
  return (result & 0xff) == SQLITE_CORRUPT || (result & 0xff) == SQLITE_NOTADB;
}

int
buoy_database_renew (const char *path, const BuoyDatabaseSchema *schema, sqlite3 **out_db)
{
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);

  *out_db = NULL;
  if (!set_aside (path, aside))
    return SQLITE_CORRUPT;
  g_message ("%s is damaged and made anew (the old file is %s); %s", path, aside, schema->loss);
  return open_file (path, schema, out_db);
}

int
buoy_database_open (const char *path, const BuoyDatabaseSchema *schema, sqlite3 **out_db)
{
  const int result = open_file (path, schema, out_db);

  return buoy_database_is_damage (result) ? buoy_database_renew (path, schema, out_db) : result;
}
