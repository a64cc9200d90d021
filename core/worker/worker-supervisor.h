/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Keeps the worker program running while it is needed: one for each process of ours.
 */
#pragma once

#include "worker/buoy-worker.h"

/* Sends the program a request to do @task on the file @message of @size bytes, with the file @more (-1: none). It is
 * started first if it does not run. Returns the socket on which the answer arrives; closing it ends the work. -1 with
 * BUOY_ERROR or G_IO_ERROR_CANCELLED. @out_generation: which run of the program has it. Any thread.
 */
int buoy_worker_send (guint task, int message, gsize size, int more, gsize more_size, const BuoyWorkerContext *context,
                      GCancellable *cancellable, guint *out_generation, GError **error);

/* Whether an errno of sending means that this process lacks something, and not that the program has ended or stands
 * still.
 */
gboolean buoy_worker_is_shortage (int why);

/* The work is over, and its socket closed. */
void buoy_worker_release (void);

/* That run of the program does not answer, or ended without a cause: it is killed. The next request starts another. */
void buoy_worker_give_up (guint generation);
