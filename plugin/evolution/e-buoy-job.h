/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The worker's side of an analysis: from a message to its notice, in several steps.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-message.h"

typedef struct
{
  BuoyVerdict *verdict;
  BuoyNotice *notice;
  BuoyQuestions *questions; /* that could be asked about the message */
  GBytes *bytes; /* of a message with pictures that were not examined yet, for the next step; otherwise NULL */
} EBuoyAnswer;

void e_buoy_answer_free (EBuoyAnswer *answer);

/* Each step ends at once when it is cancelled, whatever the worker is waiting for. */

/* The first verdict; takes @message. */
void e_buoy_job_judge_async (EBuoyMessage *message, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);

/* Examines the pictures of the message whose first answer was @before. */
void e_buoy_job_read_pictures_async (const EBuoyAnswer *before, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);

/* What to look up in DNS; each includes the previous one. */
typedef enum
{
  E_BUOY_QUESTION_NONE,
  E_BUOY_QUESTION_POLICY, /* nothing that could tell the sender that the message was opened */
  E_BUOY_QUESTION_KEYS
} EBuoyQuestion;

/* Makes the DNS lookups; takes @message, whose verdict is @before. */
void e_buoy_job_look_up_async (EBuoyMessage *message, BuoyVerdict *before, EBuoyQuestion question,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* Judges what the client displays, @documents (of JSON), beside the bytes; takes @message, whose verdict is @before,
 * and @documents.
 */
void e_buoy_job_judge_shown_async (EBuoyMessage *message, BuoyVerdict *before, char **documents,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

EBuoyAnswer *e_buoy_job_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EBuoyAnswer, e_buoy_answer_free)
