/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whom the reader knows: the address books, and those written to before.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-compat.h"

/* Adds them to @context, in a worker; without those that can't be had at once. Call it on the main thread. */
void e_buoy_people_add_async (BuoyContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);

/* FALSE only if cancelled. */
gboolean e_buoy_people_add_finish (GAsyncResult *result, GError **error);
