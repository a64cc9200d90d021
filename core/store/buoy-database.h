/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Opens a small SQLite database of the reader's own, which all mail clients share.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/* What a database is made of. Statement list @i of @steps turns version @i into version @i + 1, the first one nothing
 * into version 1. A step that was released is never changed; a change is another step.
 */
typedef struct
{
  const char *const *steps;
  int n_steps;      /* the current version */
  const char *loss; /* what a damaged file means, as the end of a log message: "answers are asked for again" */
} BuoyDatabaseSchema;

#define BUOY_DATABASE_IN_MEMORY ":memory:" /* a path: gone when closed */

/* Opens the file @path in the current version, mode 0600; makes it if there is none. A damaged file is renamed to
 * "PATH.damaged" and a new one is begun, which is logged; a file of a newer version is left alone. Returns SQLITE_OK
 * and the database, or another result code and NULL.
 */
int buoy_database_open (const char *path, const BuoyDatabaseSchema *schema, sqlite3 **out_db);

/* Whether a result code means that the file is damaged. */
gboolean buoy_database_is_damage (int result);

/* Sets a file aside that proved damaged after it was opened, as buoy_database_open() does. Close it before. */
int buoy_database_renew (const char *path, const BuoyDatabaseSchema *schema, sqlite3 **out_db);

/* Runs statements without results; FALSE if one fails. */
gboolean buoy_database_run (sqlite3 *db, const char *sql);

/* Runs and frees @statement (NULL: FALSE), which has no results. */
gboolean buoy_database_finish (sqlite3_stmt *statement);

/* The file @name of the reader's data folder for Bellbuoy. (transfer full) */
char *buoy_database_get_usual_path (const char *name);
