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

/**
 * buoy_scan_set_death_func:
 * @func: (scope forever) (nullable): called when the program that reads messages has ended by itself
 *
 * Tells a host that this program, not the process of one message in it, has crashed or was killed; there is one such
 * function in a process. It is started again for the next message.
 *
 * Since: 0.2
 */
void
buoy_scan_set_death_func (BuoyScanDeathFunc func)
{
  buoy_worker_set_death_func (func);
}

/**
 * buoy_scan_get_landlock_abi:
 *
 * Tells how the program that reads messages is isolated in addition to its filter of system calls, which it always has.
 *
 * Returns: the version of Landlock that the running program has from its kernel; 0 if there is none, or no program runs
 *
 * Since: 0.2
 */
guint
buoy_scan_get_landlock_abi (void)
{
  guint abi;

  buoy_worker_get_state (&abi);
  return abi;
}

static GArray *
open_lists (gpointer context)
{
  return buoy_context_open_lists (context);
}

/* (transfer full): what the worker answers to @task; NULL with @error set. */
static GBytes *
ask (BuoyJudgeTask task, GBytes *bytes, GBytes *more, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) known = NULL;
  BuoyWorkerContext told = { .open_lists = open_lists };

  if (context == NULL)
    return buoy_worker_ask (task, bytes, more, NULL, cancellable, error);
  if (context->shared != NULL) /* its sender is in the request */
    context = context->shared;
  told.data = context;
  buoy_context_seal (context);
  known = context->block_lists->len <= BUOY_WORKER_MAX_LISTS ? buoy_context_to_bytes (context) : NULL;
  if (known == NULL)
    {
      g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES, "too many contacts or block lists");
      return NULL;
    }
  told.bytes = known;
  return buoy_worker_ask (task, bytes, more, &told, cancellable, error);
}

/* The answer makes no sense: its process was taken over, or has a bug. */
static void
set_senseless (GBytes *bytes, BuoyJudgeTask task, GError **error)
{
  buoy_worker_refuse (bytes, task, BUOY_ERROR_CRASHED);
  g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_CRASHED, "its analysis gave a senseless answer");
}

static BuoyVerdict *
judge_by_worker (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
                 BuoyVerification *verification, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) more
      = buoy_judge_request_new (context != NULL ? context->sender : NULL, shown, pictures, verification);
  g_autoptr (GBytes) answer = NULL;
  BuoyVerdict *verdict;

  if (more == NULL)
    {
      g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX, "too much was found");
      return NULL;
    }
  answer = ask (BUOY_TASK_JUDGE, bytes, more, context, cancellable, error);
  if (answer == NULL)
    return NULL;
  verdict = buoy_verdict_from_bytes (answer, NULL);
  if (verdict == NULL)
    {
      set_senseless (bytes, BUOY_TASK_JUDGE, error);
      return NULL;
    }
  buoy_verdict_drop_foreign (verdict, bytes);
  buoy_verdict_attach (verdict, context, verification);
  verdict->shown = shown != NULL ? buoy_shown_ref (shown) : NULL;
  return verdict;
}

/* @context as it is for a message of @bytes, whose sender the memory is asked about. NULL with @error set: a message is
 * not judged without the memory because its header cannot be read. (transfer full)
 */
static BuoyContext *
recall (GBytes *bytes, BuoyContext *context, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (BuoySenderMemory) sender = NULL;

  g_ptr_array_add (headers, buoy_header_of (bytes));
  facts = buoy_judge_read_headers (headers, NULL, cancellable, error);
  if (facts == NULL)
    return NULL;
  sender = context->recall (context->recall_data, g_ptr_array_index (facts, 0));
  return buoy_context_new_for_sender (context, sender);
}

BuoyVerdict *
buoy_judge (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
            BuoyVerification *verification, GCancellable *cancellable, GError **error)
{
  const BuoyEngine *here = g_atomic_pointer_get (&engine);
  g_autoptr (BuoyContext) recalled = NULL;

  if (context != NULL && context->recall != NULL)
    {
      context = recalled = recall (bytes, context, cancellable, error);
      if (context == NULL)
        return NULL;
    }
  if (here != NULL)
    return here->judge (bytes, context, shown, pictures, verification, cancellable, error);
  return judge_by_worker (bytes, context, shown, pictures, verification, cancellable, error);
}

GPtrArray *
buoy_judge_list_pictures (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const BuoyEngine *here = g_atomic_pointer_get (&engine);
  g_autoptr (GBytes) answer = NULL;
  GPtrArray *lists;

  if (here != NULL)
    return here->list_pictures (bytes, cancellable, error);
  answer = ask (BUOY_TASK_LIST_PICTURES, bytes, NULL, NULL, cancellable, error);
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
  g_autoptr (GBytes) request = NULL;
  g_autoptr (GBytes) answer = NULL;
  GPtrArray *facts;

  g_return_val_if_fail (headers->len <= BUOY_MAX_HEADERS_AT_A_TIME, NULL);

  if (here != NULL)
    return here->read_headers (headers, context);
  request = buoy_headers_to_bytes (headers);
  answer = ask (BUOY_TASK_READ_HEADERS, request, NULL, context, cancellable, error);
  if (answer == NULL)
    return NULL;
  facts = buoy_header_facts_from_bytes (answer, headers);
  if (facts == NULL)
    set_senseless (request, BUOY_TASK_READ_HEADERS, error);
  return facts;
}
