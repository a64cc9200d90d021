/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader is told of what was learned from his mail.
 */
#pragma once

#include "bellbuoy.h"

/* A look at the messages that an account has already. */
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

/* Which servers receive mail for the account that the reader calls @name. @server and @checker are
 * buoy_memory_get_server() and buoy_memory_get_checker(); both may be NULL. (transfer full)
 */
char *buoy_memory_words_tell_account (const char *name, const char *server, const char *checker);

/* (transfer full) (nullable): NULL if there is nothing to tell. */
char *buoy_memory_words_tell_look_back (const BuoyLookBack *look_back);

/* How much is kept. It reads the file. (transfer full) (nullable): NULL if it is nothing. */
char *buoy_memory_words_tell_kept (BuoyMemory *memory);
