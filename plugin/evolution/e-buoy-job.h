/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The work of an analysis in worker threads: from a message to its notice, in several steps.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-message.h"
#include "verdict/buoy-questions.h"

typedef struct
{
  BuoyVerdict *verdict;
  BuoyNotice *notice;
  BuoyQuestions *questions; /* lookups that are possible */
  GBytes *bytes; /* of a message with pictures that were not examined yet, for the next step; otherwise NULL */
} EBuoyAnswer;

void e_buoy_answer_free (EBuoyAnswer *answer);

/* Each step ends at once when cancelled, whatever the worker is waiting for. */

/* Makes the first verdict. @message: (transfer full) */
void e_buoy_job_judge_async (EBuoyMessage *message, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);

/* Decodes the pictures of the message whose first answer was @before. */
void e_buoy_job_read_pictures_async (const EBuoyAnswer *before, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);

/* What to look up; each includes the previous one. */
typedef enum
{
  E_BUOY_QUESTION_NONE,
  E_BUOY_QUESTION_POLICY, /* only what the sender cannot notice */
  E_BUOY_QUESTION_KEYS
} EBuoyQuestion;

/* Makes the lookups. @message: (transfer full): its verdict is @before */
void e_buoy_job_look_up_async (EBuoyMessage *message, BuoyVerdict *before, EBuoyQuestion question,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Analyses what the client displays, @documents (transfer full), JSON, in addition to the bytes of @message (transfer
 * full), whose verdict is @before.
 */
void e_buoy_job_judge_shown_async (EBuoyMessage *message, BuoyVerdict *before, char **documents,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

EBuoyAnswer *e_buoy_job_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EBuoyAnswer, e_buoy_answer_free)
