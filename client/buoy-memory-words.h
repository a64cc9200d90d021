/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts about what was learned from the reader's mail.
 */
#pragma once

#include "bellbuoy.h"
#include "memory/store/buoy-memory.h"

/* Progress of learning from the messages that an account already has. */
typedef enum
{
  BUOY_LOOK_BACK_NONE,
  BUOY_LOOK_BACK_RUNNING,
  BUOY_LOOK_BACK_STOPPED,
  BUOY_LOOK_BACK_DONE
} BuoyLookBackState;

typedef struct
{
  BuoyLookBackState state;
  guint n_read; /* messages */
  guint n_all;
} BuoyLookBack;

/* States which servers receive mail for the account that the reader calls @name. @server and @checker are
 * buoy_memory_get_server() and buoy_memory_get_checker(); both may be NULL. (transfer full)
 */
char *buoy_memory_words_tell_account (const char *name, const char *server, const char *checker);

/* (transfer full) (nullable): NULL if there is nothing to report. */
char *buoy_memory_words_tell_look_back (const BuoyLookBack *look_back);

/* States how much is stored. Reads the file. (transfer full) (nullable): NULL if nothing is stored. */
char *buoy_memory_words_tell_kept (BuoyMemory *memory);
