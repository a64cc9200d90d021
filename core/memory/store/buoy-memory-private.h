/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The memory, for the modules that learn and for its own tables.
 */
#pragma once

#include "memory/buoy-sender-memory.h"
#include "memory/buoy-side-ledger.h"
#include "memory/store/buoy-memory.h"
#include "store/buoy-database.h"

typedef struct
{
  const char *account;
  BuoyHandOver hand_over;
} BuoyQueuedHandOver;

typedef struct
{
  char *account;
  BuoyLesson *lesson;
  gboolean is_junk; /* it is taken back */
} BuoyQueuedLesson;

#define BUOY_MEMORY_SECRET_BYTES 16
#define BUOY_MEMORY_LIST_PREFIX "list:" /* of the key of a mailing list's row; no domain has a colon */
#define BUOY_MEMORY_IS_SENDER "sender NOT LIKE '" BUOY_MEMORY_LIST_PREFIX "%'"
#define BUOY_MEMORY_SENDERS_AT_A_TIME 500 /* new ones before their number is limited again */

/* What is asked for each message. */
typedef enum
{
  BUOY_MEMORY_ASK_RECORD,
  BUOY_MEMORY_ASK_NAME,
  BUOY_MEMORY_ASK_MANY,
  BUOY_MEMORY_N_QUESTIONS
} BuoyMemoryQuestion;

struct _BuoyMemory
{
  gatomicrefcount ref_count;
  GMutex mutex; /* of all below */
  char *path;
  sqlite3 *db;                                      /* NULL: nothing is kept */
  sqlite3_stmt *questions[BUOY_MEMORY_N_QUESTIONS]; /* NULL before they were asked */
  guint n_begun;
  guint n_deletions;     /* of what the reader wants to be forgotten */
  GArray *queue;         /* of BuoyQueuedHandOver */
  GStringChunk *strings; /* those of the queue */
  GArray *lessons;       /* of BuoyQueuedLesson */
  guint n_new;           /* senders since their number was last limited */
  gboolean has_secret;
  guint8 secret[BUOY_MEMORY_SECRET_BYTES]; /* the file's own, with which names and addresses are hashed */
  gboolean complained;
};

/* A statement with @account (NULL: none) as its first parameter; NULL if there is no database. The mutex is held. */
sqlite3_stmt *buoy_memory_prepare (BuoyMemory *memory, const char *sql, const char *account);

/* The same, prepared once: to prepare a statement takes longer than to run it. Reset it after use; it is not freed. */
sqlite3_stmt *buoy_memory_ask (BuoyMemory *memory, BuoyMemoryQuestion question, const char *sql, const char *account);

/* The number that @sql asks for; 0 if it cannot be read. The mutex is held. */
gint64 buoy_memory_get_number (BuoyMemory *memory, const char *sql);

/* Whether @seconds since 1970 are not past yet. A clock that once was wrong must not make everything after it look old.
 */
gboolean buoy_memory_is_of_future (gint64 seconds);

/* Forgets what was not written yet. The mutex is held. */
void buoy_memory_drop_queue (BuoyMemory *memory);

/* Writes what is queued, unless a batch is open; FALSE if it could not be kept. The mutex is held. */
gboolean buoy_memory_flush (BuoyMemory *memory);

/* Called after a statement failed: a damaged file is set aside. */
void buoy_memory_mend (BuoyMemory *memory);

/* To be taken before a message is read. Whoever deletes something does not wait until it is read; what it taught is
 * not added after that.
 */
guint buoy_memory_count_deletions (BuoyMemory *memory);

/* Adds what a message of @account taught about the receiving side. FALSE if it could not be kept. */
gboolean buoy_memory_add_hand_over (BuoyMemory *memory, const char *account, const BuoyHandOver *hand_over,
                                    guint n_deletions);

/* What is known about the servers that receive mail for @account; (transfer full), NULL. */
BuoyReceivingSide *buoy_memory_get_receiving_side (BuoyMemory *memory, const char *account);

/* Queues what a message of @account taught about its sender, or that the reader calls the message junk; both are
 * written with the hand-overs. FALSE if it could not be kept.
 */
gboolean buoy_memory_add_lesson (BuoyMemory *memory, const char *account, BuoyLesson *lesson, gboolean is_junk,
                                 guint n_deletions);

/* Writes the queued hand-overs. The mutex is held, and a transaction is open. */
gboolean buoy_memory_write_ledgers (BuoyMemory *memory);

/* Writes the queued lessons. The mutex is held, and a transaction is open. */
gboolean buoy_memory_write_lessons (BuoyMemory *memory);

/* What is known of the sender of a message; @keys (element-type utf8): of all names that its From name may hold. Never
 * NULL.
 */
BuoySenderMemory *buoy_memory_find_sender (BuoyMemory *memory, const char *account, const BuoyLesson *message,
                                           const GPtrArray *keys);

/* The names of proven mail (buoy-memory-name.c). The mutex is held. */
gboolean buoy_memory_write_names (BuoyMemory *memory, gint64 account, const BuoyLesson *lesson);
gboolean buoy_memory_drop_names (BuoyMemory *memory, gint64 account, const BuoyLesson *lesson);
void buoy_memory_find_name (BuoyMemory *memory, const char *account, const BuoyLesson *message, const GPtrArray *keys,
                            BuoyNameMemory *out);

/* A hash of @text that means nothing without the file's secret; NULL if that cannot be read. The mutex is held. */
char *buoy_memory_hash (BuoyMemory *memory, const char *text);

/* How a sender is called in the file: its domain, or the hash of its address after an "@". (nullable) */
char *buoy_memory_key_of (BuoyMemory *memory, const char *text, gboolean is_address);
