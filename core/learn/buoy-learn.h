/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Learning from the reader's mail.
 */
#pragma once

#include <gio/gio.h>

#include "memory/store/buoy-memory.h"

G_BEGIN_DECLS

BUOY_AVAILABLE_IN_0_2 gboolean buoy_memory_learn_headers (BuoyMemory *memory, const char *account, GBytes *bytes,
                                                          BuoyContext *context);

G_END_DECLS
