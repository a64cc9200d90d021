/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message that is being learned when the program ends is learned another time.
 */
#include "config.h"

#include "host-memory.h"

#include "learn/buoy-learn.h"

static gpointer
create (gpointer unused)
{
  return buoy_learning_new (NULL);
}

BuoyLearning *
host_memory_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, create, NULL);
}

HostLesson *
host_lesson_new (const char *account, BuoyContext *context)
{
  HostLesson *lesson = g_new (HostLesson, 1);

  *lesson = (HostLesson){ g_strdup (account),
                          g_ptr_array_new_with_free_func (g_free),
                          g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref),
                          buoy_context_ref (context),
                          NULL,
                          FALSE,
                          0 };
  return lesson;
}

void
host_lesson_free (HostLesson *lesson)
{
  g_free (lesson->account);
  g_ptr_array_unref (lesson->names);
  g_ptr_array_unref (lesson->headers);
  buoy_context_unref (lesson->context);
  g_clear_pointer (&lesson->verdict, buoy_verdict_unref);
  g_free (lesson);
}

static void
learn_verdict (const HostLesson *lesson)
{
  BuoyMemory *memory = buoy_learning_get_memory (host_memory_get ());

  if (lesson->is_junk)
    buoy_memory_unlearn_verdict (memory, lesson->account, lesson->verdict);
  else
    buoy_memory_learn_verdict (memory, lesson->account, lesson->verdict);
}

/* Servers come first: what they wrote authenticates the senders. A verdict teaches more than a header. Returns how many
 * headers taught something; @error is set if they could not be read.
 */
static guint
learn_headers (const HostLesson *lesson, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;
  guint n_taken;

  buoy_learning_begin (host_memory_get ());
  n_taken = buoy_learning_take (host_memory_get (), lesson->account, lesson->names, lesson->headers, lesson->context,
                                cancellable, &why);
  if (why == NULL && lesson->verdict == NULL)
    buoy_learning_take_senders (host_memory_get (), lesson->account, lesson->headers, lesson->context, cancellable,
                                &why);
  buoy_learning_commit (host_memory_get ());
  if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return n_taken;
}

static void
learn_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const HostLesson *lesson = data;
  GError *error = NULL;
  guint n_taken;

  buoy_learning_limit (host_memory_get (), lesson->days);
  if (lesson->verdict != NULL)
    learn_verdict (lesson);
  n_taken = learn_headers (lesson, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, n_taken);
}

void
host_memory_learn_all_async (HostLesson *lesson, GCancellable *cancellable, GAsyncReadyCallback done, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);

  g_task_set_source_tag (task, host_memory_learn_all_async);
  g_task_set_task_data (task, lesson, (GDestroyNotify) host_lesson_free);
  g_task_run_in_thread (task, learn_in_thread);
}

gssize
host_memory_learn_all_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

void
host_memory_learn (const HostMessage *message, BuoyContext *context, guint days)
{
  HostLesson *lesson;

  if (message->lesson == NULL || message->verdict == NULL || message->bytes == NULL)
    return;
  lesson = host_lesson_new (message->account, context);
  lesson->verdict = buoy_verdict_ref (message->verdict);
  lesson->days = days;
  if (buoy_verdict_get_level (message->verdict) == BUOY_LEVEL_NONE)
    {
      g_ptr_array_add (lesson->names, g_strdup (message->lesson));
      g_ptr_array_add (lesson->headers, g_bytes_ref (message->bytes));
    }
  host_memory_learn_all_async (lesson, NULL, NULL, NULL);
}

void
host_memory_call_junk (const HostMessage *message, BuoyContext *context, gboolean is_junk)
{
  HostLesson *lesson;

  if (message->account == NULL || message->verdict == NULL)
    return;
  lesson = host_lesson_new (message->account, context);
  lesson->verdict = buoy_verdict_ref (message->verdict);
  lesson->is_junk = is_junk;
  host_memory_learn_all_async (lesson, NULL, NULL, NULL);
}

BuoyContext *
host_memory_recall (const HostMessage *message, BuoyContext *context)
{
  return buoy_memory_recall (buoy_learning_get_memory (host_memory_get ()), message->account, context);
}
