/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reading the headers of many messages, several in one process.
 */
#pragma once

#include <gio/gio.h>

/* Learns from @headers (element-type GBytes), at most BUOY_MAX_HEADERS_AT_A_TIME. FALSE with @error set if they cannot
 * be read.
 */
typedef gboolean (*BuoyLearnFunc) (gpointer data, const GPtrArray *headers, GError **error);

/* Has @learn read the headers of those of @messages (element-type GBytes) that are wanted (@is_wanted is nullable). If
 * one of several may be the cause why they cannot be read, they are read one by one, and that one is left out. FALSE
 * with @error set if there is another cause; then the rest is not read.
 */
gboolean buoy_learn_in_batches (const GPtrArray *messages, gboolean (*is_wanted) (GBytes *header), BuoyLearnFunc learn,
                                gpointer data, GError **error);
