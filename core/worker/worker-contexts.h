/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which contexts the worker program holds: each is sent once, not with every message.
 */
#pragma once

#include "worker/buoy-worker.h"
#include "worker/worker-protocol.h"

typedef struct
{
  GBytes *slots[BUOY_WORKER_N_CONTEXTS]; /* NULL: free */
  guint64 last_used[BUOY_WORKER_N_CONTEXTS];
  guint64 n_uses;
} BuoyWorkerContexts;

/* Sends @context over @control unless it was sent before; @out_slot: where the program keeps it. FALSE with
 * errno set if it cannot be sent.
 */
gboolean buoy_worker_contexts_send (BuoyWorkerContexts *contexts, int control, const BuoyWorkerContext *context,
                                    guint32 *out_slot);

/* There is another program, which holds none. */
void buoy_worker_contexts_clear (BuoyWorkerContexts *contexts);
