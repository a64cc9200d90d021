/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the program does with a message: the library's analysis.
 */
#include "config.h"

#include "worker-private.h"

#include "buoy-context-bytes.h"
#include "verdict/buoy-engine.h"
#include "verdict/buoy-header-bytes.h"
#include "verdict/buoy-verdict-bytes.h"
#include "verdict/judge-task.h"

static BuoyContext *contexts[BUOY_WORKER_N_CONTEXTS];

void
worker_judge_set_context (guint slot, GBytes *bytes, const int *lists, guint n_lists)
{
  g_clear_pointer (&contexts[slot], buoy_context_unref);
  contexts[slot] = buoy_context_from_bytes (bytes, NULL);
  if (contexts[slot] == NULL)
    return;
  buoy_context_take_lists (contexts[slot], lists, n_lists);
  buoy_context_seal (contexts[slot]);
}

/* A request that makes no sense has come from another library: then nothing can be judged. */
static void
set_senseless (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a senseless request");
}

/* (transfer full) */
static GBytes *
facts_to_bytes (GPtrArray *facts, GError **error)
{
  GBytes *bytes = buoy_header_facts_to_bytes (facts);

  if (bytes == NULL)
    g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX, "the headers say too much");
  return bytes;
}

/* What the account remembers of the sender of @message. (transfer full) */
static BuoySenderMemory *
recall (GBytes *message, BuoyContext *context, GError **error)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GBytes) question = NULL;
  g_autoptr (GBytes) reply = NULL;
  BuoySenderMemory *sender;

  g_ptr_array_add (headers, buoy_header_of (message));
  facts = buoy_engine.read_headers (headers, context);
  question = facts_to_bytes (facts, error);
  reply = question != NULL ? worker_answer_ask (question, error) : NULL;
  if (reply == NULL)
    return NULL;
  sender = buoy_sender_memory_from_bytes (reply);
  if (sender == NULL)
    set_senseless (error);
  return sender;
}

/* @context as it is for @message. (transfer full) (nullable): NULL with @error set if that cannot be known. */
static BuoyContext *
make_own (BuoyContext *context, GBytes *message, BuoySenderMemory *known, gboolean asks_memory, GError **error)
{
  g_autoptr (BuoySenderMemory) sender = asks_memory ? recall (message, context, error) : buoy_sender_memory_ref (known);

  return sender != NULL ? buoy_context_new_for_sender (context, sender) : NULL;
}

static GBytes *
judge (GBytes *message, GBytes *more, BuoyContext *context, GError **error)
{
  gboolean asks_memory = FALSE;
  g_autoptr (BuoySenderMemory) sender = NULL;
  g_autoptr (BuoyContext) own = NULL;
  g_autoptr (BuoyShown) shown = NULL;
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (BuoyVerification) verification = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;
  GBytes *answer;

  if (more != NULL && !buoy_judge_request_read (more, &asks_memory, &sender, &shown, &pictures, &verification))
    {
      set_senseless (error);
      return NULL;
    }
  if (context != NULL && (sender != NULL || asks_memory))
    {
      context = own = make_own (context, message, sender, asks_memory, error);
      if (own == NULL)
        return NULL;
    }
  verdict = buoy_engine.judge (message, context, shown, pictures, verification, NULL, error);
  if (verdict == NULL)
    return NULL;
  answer = buoy_verdict_to_bytes (verdict);
  if (answer == NULL)
    g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX, "the verdict is too large");
  return answer;
}

static GBytes *
list_pictures (GBytes *message, GError **error)
{
  g_autoptr (GPtrArray) lists = buoy_engine.list_pictures (message, NULL, error);

  return lists != NULL ? buoy_picture_lists_to_bytes (lists) : NULL;
}

static GBytes *
read_headers (GBytes *message, BuoyContext *context, GError **error)
{
  g_autoptr (GPtrArray) headers = buoy_headers_from_bytes (message);
  g_autoptr (GPtrArray) facts = NULL;

  if (headers == NULL)
    {
      set_senseless (error);
      return NULL;
    }
  facts = buoy_engine.read_headers (headers, context);
  return facts_to_bytes (facts, error);
}

/* Empty if it is no header of a message, or is too large. (transfer full) */
static GBytes *
judge_header (GBytes *header, BuoyContext *context, BuoySenderMemory *sender)
{
  g_autoptr (BuoyContext) own = buoy_context_new_for_sender (context, sender);
  g_autoptr (BuoyVerdict) verdict = buoy_engine.judge (header, own, NULL, NULL, NULL, NULL, NULL);
  GBytes *bytes = verdict != NULL ? buoy_verdict_to_bytes (verdict) : NULL;

  return bytes != NULL ? bytes : g_bytes_new (NULL, 0);
}

static GBytes *
judge_headers (GBytes *message, GBytes *more, BuoyContext *context, GError **error)
{
  g_autoptr (GPtrArray) headers = buoy_headers_from_bytes (message);
  g_autoptr (GPtrArray) senders = more != NULL ? buoy_sender_memories_from_bytes (more) : NULL;
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (headers == NULL || senders == NULL || senders->len != headers->len || context == NULL)
    {
      set_senseless (error);
      return NULL;
    }
  for (guint i = 0; i < headers->len; i++)
    g_ptr_array_add (answers, judge_header (g_ptr_array_index (headers, i), context, g_ptr_array_index (senders, i)));
  return buoy_headers_to_bytes (answers);
}

/* Whether the context of @slot is there. */
static gboolean
has_context (guint slot)
{
  return slot == BUOY_WORKER_NO_CONTEXT || (slot < BUOY_WORKER_N_CONTEXTS && contexts[slot] != NULL);
}

GBytes *
worker_judge (guint task, GBytes *message, GBytes *more, guint slot, GError **error)
{
  BuoyContext *context = has_context (slot) && slot != BUOY_WORKER_NO_CONTEXT ? contexts[slot] : NULL;

  if (has_context (slot))
    switch (task)
      {
      case BUOY_TASK_JUDGE:
        return judge (message, more, context, error);
      case BUOY_TASK_LIST_PICTURES:
        return list_pictures (message, error);
      case BUOY_TASK_READ_HEADERS:
        return read_headers (message, context, error);
      case BUOY_TASK_JUDGE_HEADERS:
        return judge_headers (message, more, context, error);
      default:
        break;
      }
  set_senseless (error);
  return NULL;
}
