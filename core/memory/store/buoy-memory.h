/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader's own mailbox taught, kept on this machine and nowhere else.
 */
#pragma once

#include "buoy-for-hosts.h"
#include "buoy-context.h"

G_BEGIN_DECLS

/*< private >
 * BuoyMemory:
 *
 * What was learned from the reader's mail: which servers receive it for each account, and who writes to it. All mail
 * clients of one reader share it; any thread may use it.
 */
typedef struct _BuoyMemory BuoyMemory;

BUOY_FOR_HOSTS BuoyMemory *buoy_memory_open (const char *path);
BuoyMemory *buoy_memory_new (void);
BuoyMemory *buoy_memory_ref (BuoyMemory *memory);
BUOY_FOR_HOSTS void buoy_memory_unref (BuoyMemory *memory);
gboolean buoy_memory_is_kept (const BuoyMemory *memory);
BUOY_FOR_HOSTS void buoy_memory_begin (BuoyMemory *memory);
BUOY_FOR_HOSTS gboolean buoy_memory_commit (BuoyMemory *memory);
BUOY_FOR_HOSTS gboolean buoy_memory_forget_account (BuoyMemory *memory, const char *account);
BUOY_FOR_HOSTS gboolean buoy_memory_forget_sender (BuoyMemory *memory, const char *sender);
BUOY_FOR_HOSTS gboolean buoy_memory_forget_before (BuoyMemory *memory, gint64 moment);
BUOY_FOR_HOSTS gboolean buoy_memory_clear (BuoyMemory *memory);
BUOY_FOR_HOSTS char **buoy_memory_list_accounts (BuoyMemory *memory);
BUOY_FOR_HOSTS char *buoy_memory_get_server (BuoyMemory *memory, const char *account);
BUOY_FOR_HOSTS char *buoy_memory_get_checker (BuoyMemory *memory, const char *account);
BUOY_FOR_HOSTS gboolean buoy_memory_use (BuoyMemory *memory, const char *account, BuoyContext *context);
BUOY_FOR_HOSTS gboolean buoy_memory_has_changed (BuoyMemory *memory, const char *account, const BuoyContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyMemory, buoy_memory_unref)

G_END_DECLS
