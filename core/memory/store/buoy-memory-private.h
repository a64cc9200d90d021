/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The memory, for the modules that learn and for its own tables.
 */
#pragma once

#include "memory/buoy-side-ledger.h"
#include "memory/store/buoy-memory.h"
#include "store/buoy-database.h"

typedef struct
{
  const char *account;
  BuoyHandOver hand_over;
} BuoyQueuedHandOver;

struct _BuoyMemory
{
  gatomicrefcount ref_count;
  GMutex mutex; /* of all below */
  char *path;
  sqlite3 *db; /* NULL: nothing is kept */
  guint n_begun;
  GArray *queue;         /* of BuoyQueuedHandOver */
  GStringChunk *strings; /* those of the queue */
  gboolean complained;
};

/* A statement with @account (NULL: none) as its first parameter; NULL if there is no database. The mutex is held. */
sqlite3_stmt *buoy_memory_prepare (BuoyMemory *memory, const char *sql, const char *account);

/* Forgets what was not written yet. The mutex is held. */
void buoy_memory_drop_queue (BuoyMemory *memory);

/* Called after a statement failed: a damaged file is set aside. */
void buoy_memory_mend (BuoyMemory *memory);

/* Adds what a message of @account taught about the receiving side. FALSE if it could not be kept. */
gboolean buoy_memory_add_hand_over (BuoyMemory *memory, const char *account, const BuoyHandOver *hand_over);

/* What is known about the servers that receive mail for @account; (transfer full), NULL. */
BuoyReceivingSide *buoy_memory_get_receiving_side (BuoyMemory *memory, const char *account);
