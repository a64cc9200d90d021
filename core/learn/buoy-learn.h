/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Learning from the reader's mail.
 */
#pragma once

#include <gio/gio.h>

#include "buoy-for-hosts.h"
#include "memory/store/buoy-memory.h"
#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS guint buoy_memory_learn_headers (BuoyMemory *memory, const char *account, GPtrArray *messages,
                                                BuoyContext *context, GCancellable *cancellable, GError **error);
BUOY_FOR_HOSTS gboolean buoy_memory_learn_verdict (BuoyMemory *memory, const char *account, BuoyVerdict *verdict);
BUOY_FOR_HOSTS guint buoy_memory_learn_senders (BuoyMemory *memory, const char *account, GPtrArray *messages,
                                                BuoyContext *context, GCancellable *cancellable, GError **error);
BUOY_FOR_HOSTS gboolean buoy_memory_unlearn_verdict (BuoyMemory *memory, const char *account, BuoyVerdict *verdict);
BUOY_FOR_HOSTS BuoyContext *buoy_memory_recall (BuoyMemory *memory, const char *account, BuoyContext *context);

G_END_DECLS
