/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the preferences show of what was learned from mail, and what the reader asks for there. The mail client fills
 * it, and does what the signals say.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-memory-words.h"

/* Signals: "changed", or "looked" if it is only the look back; and what the reader asks for: "open" (the page is shown:
 * fill it), "start" and "stop" the look back, "forget" an account (its id), "forget-sender" (a domain or
 * address), "clear" everything.
 */
#define BUOY_TYPE_MEMORY_MODEL (buoy_memory_model_get_type ())
G_DECLARE_FINAL_TYPE (BuoyMemoryModel, buoy_memory_model, BUOY, MEMORY_MODEL, GObject)

typedef struct
{
  char *id;
  char *words; /* which servers receive its mail */
} BuoyMemoryAccount;

BuoyMemoryModel *buoy_memory_model_new (void);

/* Takes @accounts, of BuoyMemoryAccount, and @kept, a sentence that tells how much is kept; NULL. */
void buoy_memory_model_set (BuoyMemoryModel *model, GPtrArray *accounts, char *kept);
void buoy_memory_model_set_look_back (BuoyMemoryModel *model, const BuoyLookBack *look_back);

BuoyMemoryAccount *buoy_memory_account_new (const char *id, char *words);
void buoy_memory_account_free (gpointer account);

/* (transfer none) */
const GPtrArray *buoy_memory_model_get_accounts (BuoyMemoryModel *model);
const char *buoy_memory_model_get_kept (BuoyMemoryModel *model);
const BuoyLookBack *buoy_memory_model_get_look_back (BuoyMemoryModel *model);

/* What the reader asks for; @argument may be NULL. */
void buoy_memory_model_ask (BuoyMemoryModel *model, const char *signal, const char *argument);
