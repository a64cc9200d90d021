/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/buoy-judge.h"

#include "buoy-context-bytes.h"
#include "verdict/buoy-engine.h"
#include "verdict/buoy-header-bytes.h"
#include "verdict/buoy-scan-process.h"
#include "verdict/buoy-verdict-bytes.h"
#include "verdict/judge-task.h"
#include "worker/buoy-worker.h"
#include "worker/worker-protocol.h"
#include "worker/worker-refused.h"

static const BuoyEngine *engine; /* atomic; NULL: the program bellbuoy-worker */

void
buoy_judge_set_engine (const BuoyEngine *reader)
{
  g_atomic_pointer_set (&engine, reader);
}

/*< private >
 * buoy_scan_set_death_func:
 * @func: (scope forever) (nullable): called when the program that reads messages has ended by itself
 *
 * Tells a host that this program, not the process of one message in it, has crashed or was killed; there is one such
 * function in a process. It is started again for the next message. Call this first, in a thread of normal priority: the
 * program gets the priority of the first thread that uses it. Each message is read with that of the thread that waits
 * for its verdict, if that is lower.
 */
void
buoy_scan_set_death_func (BuoyScanDeathFunc func)
{
  buoy_worker_set_death_func (func);
}

/*< private >
 * buoy_scan_get_landlock_abi:
 *
 * Tells how the program that reads messages is isolated in addition to its filter of system calls, which it always has.
 *
 * Returns: the version of Landlock that the running program has from its kernel; 0 if there is none, or no program runs
 */
guint
buoy_scan_get_landlock_abi (void)
{
  guint abi;

  buoy_worker_get_state (&abi);
  return abi;
}

/* What one request is about. */
typedef struct
{
  BuoyContext *context; /* as the host has it; nullable */
  GBytes *message;
  BuoySenderMemory *sender; /* what the memory was asked; NULL: it was not */
} Request;

static GArray *
open_lists (gpointer data)
{
  const Request *request = data;

  return buoy_context_open_lists (request->context->shared != NULL ? request->context->shared : request->context);
}

/* @question: what the header of the message says, which is not trusted. */
static GBytes *
ask_memory (gpointer data, GBytes *question)
{
  Request *request = data;
  const BuoyContext *context = request->context;
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) facts = NULL;

  g_ptr_array_add (headers, buoy_header_of (request->message));
  facts = buoy_header_facts_from_bytes (question, headers);
  if (facts == NULL)
    return NULL;
  g_clear_pointer (&request->sender, buoy_sender_memory_unref);
  request->sender = context->recall (context->recall_data, g_ptr_array_index (facts, 0));
  return buoy_sender_memory_to_bytes (request->sender);
}

/* (transfer full): what the worker answers to @task; NULL with @error set. */
static GBytes *
ask (BuoyJudgeTask task, Request *request, GBytes *more, GCancellable *cancellable, GError **error)
{
  BuoyContext *context = request->context;
  g_autoptr (GBytes) known = NULL;
  BuoyWorkerContext told = { .open_lists = open_lists, .data = request };

  if (context == NULL)
    return buoy_worker_ask (task, request->message, more, NULL, cancellable, error);
  if (task == BUOY_TASK_JUDGE && context->recall != NULL)
    told.reply = ask_memory;
  if (context->shared != NULL) /* its sender is in the request, or asked */
    context = context->shared;
  buoy_context_seal (context);
  known = context->block_lists->len <= BUOY_WORKER_MAX_LISTS ? buoy_context_to_bytes (context) : NULL;
  if (known == NULL)
    {
      g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES, "too many contacts or block lists");
      return NULL;
    }
  told.bytes = known;
  return buoy_worker_ask (task, request->message, more, &told, cancellable, error);
}

/* The answer makes no sense: its process was taken over, or has a bug. */
static void
set_senseless (GBytes *bytes, BuoyJudgeTask task, GError **error)
{
  buoy_worker_refuse (bytes, task, BUOY_ERROR_CRASHED);
  g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_CRASHED, "its analysis gave a senseless answer");
}

/* @answer: NULL if there is none, with @error set. A process that was to ask the memory has to. */
static BuoyVerdict *
read_verdict (GBytes *answer, const Request *request, GError **error)
{
  const BuoyContext *context = request->context;
  const gboolean has_asked = context == NULL || context->recall == NULL || request->sender != NULL;
  BuoyVerdict *verdict = answer != NULL && has_asked ? buoy_verdict_from_bytes (answer, NULL) : NULL;

  if (answer != NULL && verdict == NULL)
    set_senseless (request->message, BUOY_TASK_JUDGE, error);
  return verdict;
}

static BuoyVerdict *
judge_by_worker (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
                 BuoyVerification *verification, GCancellable *cancellable, GError **error)
{
  const BuoyJudgeRequest judge = { .asks_memory = context != NULL && context->recall != NULL,
                                   .sender = context != NULL ? context->sender : NULL,
                                   .shown = shown,
                                   .pictures = pictures,
                                   .verification = verification };
  Request request = { .context = context, .message = bytes };
  g_autoptr (GBytes) more = buoy_judge_request_to_bytes (&judge);
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (BuoySenderMemory) sender = NULL;
  g_autoptr (BuoyContext) recalled = NULL;
  BuoyVerdict *verdict;

  if (more == NULL)
    {
      g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX, "too much was found");
      return NULL;
    }
  answer = ask (BUOY_TASK_JUDGE, &request, more, cancellable, error);
  sender = request.sender;
  verdict = read_verdict (answer, &request, error);
  if (verdict == NULL)
    return NULL;
  if (sender != NULL)
    context = recalled = buoy_context_new_for_sender (context, sender);
  buoy_verdict_drop_foreign (verdict, bytes);
  buoy_verdict_attach (verdict, context, verification);
  verdict->shown = shown != NULL ? buoy_shown_ref (shown) : NULL;
  return verdict;
}

static BuoyVerdict *
judge_here (const BuoyEngine *here, GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
            BuoyVerification *verification, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (BuoySenderMemory) sender = NULL;
  g_autoptr (BuoyContext) recalled = NULL;

  if (context != NULL && context->recall != NULL)
    {
      g_ptr_array_add (headers, buoy_header_of (bytes));
      facts = here->read_headers (headers, context);
      sender = context->recall (context->recall_data, g_ptr_array_index (facts, 0));
      context = recalled = buoy_context_new_for_sender (context, sender);
    }
  return here->judge (bytes, context, shown, pictures, verification, cancellable, error);
}

BuoyVerdict *
buoy_judge (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
            BuoyVerification *verification, GCancellable *cancellable, GError **error)
{
  const BuoyEngine *here = g_atomic_pointer_get (&engine);

  if (here != NULL)
    return judge_here (here, bytes, context, shown, pictures, verification, cancellable, error);
  return judge_by_worker (bytes, context, shown, pictures, verification, cancellable, error);
}

GPtrArray *
buoy_judge_list_pictures (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const BuoyEngine *here = g_atomic_pointer_get (&engine);
  Request request = { .message = bytes };
  g_autoptr (GBytes) answer = NULL;
  GPtrArray *lists;

  if (here != NULL)
    return here->list_pictures (bytes, cancellable, error);
  answer = ask (BUOY_TASK_LIST_PICTURES, &request, NULL, cancellable, error);
  if (answer == NULL)
    return NULL;
  lists = buoy_picture_lists_from_bytes (answer);
  if (lists == NULL)
    set_senseless (bytes, BUOY_TASK_LIST_PICTURES, error);
  return lists;
}

GPtrArray *
buoy_judge_read_headers (const GPtrArray *headers, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  const BuoyEngine *here = g_atomic_pointer_get (&engine);
  Request request = { .context = context };
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GBytes) answer = NULL;
  GPtrArray *facts;

  g_return_val_if_fail (headers->len <= BUOY_MAX_HEADERS_AT_A_TIME, NULL);

  if (here != NULL)
    return here->read_headers (headers, context);
  request.message = all = buoy_headers_to_bytes (headers);
  answer = ask (BUOY_TASK_READ_HEADERS, &request, NULL, cancellable, error);
  if (answer == NULL)
    return NULL;
  facts = buoy_header_facts_from_bytes (answer, headers);
  if (facts == NULL)
    set_senseless (all, BUOY_TASK_READ_HEADERS, error);
  return facts;
}

/* What the memory of @context knows about the senders of @headers. (transfer full) (element-type BuoySenderMemory) */
static GPtrArray *
recall_all (const GPtrArray *headers, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) facts = buoy_judge_read_headers (headers, context, cancellable, error);
  GPtrArray *senders;

  if (facts == NULL)
    return NULL;
  senders = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_sender_memory_unref);
  for (guint i = 0; i < facts->len; i++)
    g_ptr_array_add (senders, context->recall (context->recall_data, g_ptr_array_index (facts, i)));
  return senders;
}

/* FALSE if @answer makes no sense. */
static gboolean
take_verdict (GPtrArray *verdicts, GBytes *answer, GBytes *header, BuoyContext *context, BuoySenderMemory *sender)
{
  g_autoptr (BuoyContext) recalled = NULL;
  BuoyVerdict *verdict = NULL;

  if (g_bytes_get_size (answer) > 0)
    {
      verdict = buoy_verdict_from_bytes (answer, NULL);
      if (verdict == NULL)
        return FALSE;
      recalled = buoy_context_new_for_sender (context, sender);
      buoy_verdict_drop_foreign (verdict, header);
      buoy_verdict_attach (verdict, recalled, NULL);
    }
  g_ptr_array_add (verdicts, verdict);
  return TRUE;
}

static void
free_verdict (gpointer verdict)
{
  if (verdict != NULL)
    buoy_verdict_unref (verdict);
}

static GPtrArray *
judge_headers_here (const BuoyEngine *here, const GPtrArray *headers, BuoyContext *context, const GPtrArray *senders)
{
  GPtrArray *verdicts = g_ptr_array_new_with_free_func (free_verdict);

  for (guint i = 0; i < headers->len; i++)
    {
      g_autoptr (BuoyContext) recalled = buoy_context_new_for_sender (context, g_ptr_array_index (senders, i));

      g_ptr_array_add (verdicts, here->judge (g_ptr_array_index (headers, i), recalled, NULL, NULL, NULL, NULL, NULL));
    }
  return verdicts;
}

GPtrArray *
buoy_judge_headers (const GPtrArray *headers, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  const BuoyEngine *here = g_atomic_pointer_get (&engine);
  g_autoptr (GPtrArray) senders = recall_all (headers, context, cancellable, error);
  g_autoptr (GPtrArray) verdicts = NULL;
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GBytes) more = NULL;
  g_autoptr (GBytes) answer = NULL;
  Request request = { .context = context };
  gboolean makes_sense;

  if (senders == NULL)
    return NULL;
  if (here != NULL)
    return judge_headers_here (here, headers, context, senders);
  request.message = all = buoy_headers_to_bytes (headers);
  more = buoy_sender_memories_to_bytes (senders);
  answer = ask (BUOY_TASK_JUDGE_HEADERS, &request, more, cancellable, error);
  if (answer == NULL)
    return NULL;
  answers = buoy_headers_from_bytes (answer);
  verdicts = g_ptr_array_new_with_free_func (free_verdict);
  makes_sense = answers != NULL && answers->len == headers->len;
  for (guint i = 0; makes_sense && i < headers->len; i++)
    makes_sense = take_verdict (verdicts, g_ptr_array_index (answers, i), g_ptr_array_index (headers, i), context,
                                g_ptr_array_index (senders, i));
  if (makes_sense)
    return g_steal_pointer (&verdicts);
  set_senseless (all, BUOY_TASK_JUDGE_HEADERS, error);
  return NULL;
}
