/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was learned from mail, as the preferences show it, and what the reader asks for there. The mail client fills the
 * model and handles the signals.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-memory-words.h"

/* Signals: "changed", or "looked" if only the progress changed; and the reader's requests: "open" (the page is shown:
 * fill the model), "start" and "stop" learning from existing mail, "forget" an account (its id), "forget-sender" (a
 * domain or address), "clear" everything.
 */
#define BUOY_TYPE_MEMORY_MODEL (buoy_memory_model_get_type ())
G_DECLARE_FINAL_TYPE (BuoyMemoryModel, buoy_memory_model, BUOY, MEMORY_MODEL, GObject)

typedef struct
{
  char *id;
  char *words; /* a text about the servers that receive its mail */
} BuoyMemoryAccount;

BuoyMemoryModel *buoy_memory_model_new (void);

/* @accounts: (transfer full) (element-type BuoyMemoryAccount). @kept: (transfer full) (nullable): a sentence about how
 * much is stored
 */
void buoy_memory_model_set (BuoyMemoryModel *model, GPtrArray *accounts, char *kept);
void buoy_memory_model_set_look_back (BuoyMemoryModel *model, const BuoyLookBack *look_back);

BuoyMemoryAccount *buoy_memory_account_new (const char *id, char *words);
void buoy_memory_account_free (gpointer account);

/* (transfer none) */
const GPtrArray *buoy_memory_model_get_accounts (BuoyMemoryModel *model);
const char *buoy_memory_model_get_kept (BuoyMemoryModel *model);
const BuoyLookBack *buoy_memory_model_get_look_back (BuoyMemoryModel *model);

/* Emits a request of the reader. @argument: (nullable) */
void buoy_memory_model_ask (BuoyMemoryModel *model, const char *signal, const char *argument);
