/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The worker's side of an analysis: from a message to what is said of it.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-message.h"

typedef struct
{
  BuoyVerdict *verdict;
  BuoyNotice *notice;
} EBuoyAnswer;

void e_buoy_answer_free (EBuoyAnswer *answer);

/* Takes @message. With @before, the verdict that it has already, the name servers are asked for more. Ends at once when
 * it is cancelled, whatever the worker is waiting for.
 */
void e_buoy_job_run_async (EBuoyMessage *message, BuoyVerdict *before, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
EBuoyAnswer *e_buoy_job_run_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EBuoyAnswer, e_buoy_answer_free)
