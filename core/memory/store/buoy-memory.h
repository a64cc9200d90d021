/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader's own mailbox taught, kept on this machine and nowhere else.
 */
#pragma once

#include "buoy-context.h"

G_BEGIN_DECLS

#define BUOY_TYPE_MEMORY (buoy_memory_get_type ())

/**
 * BuoyMemory:
 *
 * What was learned from the reader's mail: which servers receive it for each account, and who writes to it. All mail
 * clients of one reader share it; any thread may use it.
 *
 * Since: 0.2
 */
typedef struct _BuoyMemory BuoyMemory;

BUOY_AVAILABLE_IN_0_2 GType buoy_memory_get_type (void);
BUOY_AVAILABLE_IN_0_2 BuoyMemory *buoy_memory_open (const char *path);
BUOY_AVAILABLE_IN_0_2 BuoyMemory *buoy_memory_new (void);
BUOY_AVAILABLE_IN_0_2 BuoyMemory *buoy_memory_ref (BuoyMemory *memory);
BUOY_AVAILABLE_IN_0_2 void buoy_memory_unref (BuoyMemory *memory);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_memory_is_kept (const BuoyMemory *memory);
BUOY_AVAILABLE_IN_0_2 void buoy_memory_begin (BuoyMemory *memory);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_memory_commit (BuoyMemory *memory);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_memory_forget_account (BuoyMemory *memory, const char *account);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_memory_forget_sender (BuoyMemory *memory, const char *sender);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_memory_forget_before (BuoyMemory *memory, gint64 moment);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_memory_clear (BuoyMemory *memory);
BUOY_AVAILABLE_IN_0_2 char **buoy_memory_list_accounts (BuoyMemory *memory);
BUOY_AVAILABLE_IN_0_2 char *buoy_memory_get_server (BuoyMemory *memory, const char *account);
BUOY_AVAILABLE_IN_0_2 char *buoy_memory_get_checker (BuoyMemory *memory, const char *account);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_memory_use (BuoyMemory *memory, const char *account, BuoyContext *context);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_memory_has_changed (BuoyMemory *memory, const char *account,
                                                        const BuoyContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyMemory, buoy_memory_unref)

G_END_DECLS
