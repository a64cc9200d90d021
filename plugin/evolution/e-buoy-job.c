/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One task does everything, including the texts, because each return to the main thread would block that briefly.
 */
#include "config.h"

#include "e-buoy-job.h"

#include "buoy-last-use.h"
#include "e-buoy-context.h"
#include "shown/buoy-shown-json.h"

typedef struct _Job Job;

struct _Job
{
  BuoyVerdict *(*run) (const Job *job, GBytes *bytes, GCancellable *cancellable, GError **error);
  EBuoyMessage *message; /* NULL if there are bytes */
  GBytes *bytes;         /* NULL */
  EBuoyContext *context; /* NULL if there is a verdict, which has its own context */
  char *lesson;          /* the message's name in the memory; NULL if nothing may be learned from it */
  BuoyVerdict *before;   /* NULL */
  char **documents;      /* what the client displays, as JSON; NULL */
};

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->message, e_buoy_message_free);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->context, e_buoy_context_free);
  g_clear_pointer (&job->before, buoy_verdict_unref);
  g_strfreev (job->documents);
  g_free (job->lesson);
  g_free (job);
}

void
e_buoy_answer_free (EBuoyAnswer *answer)
{
  buoy_verdict_unref (answer->verdict);
  buoy_notice_unref (answer->notice);
  buoy_questions_unref (answer->questions);
  g_clear_pointer (&answer->bytes, g_bytes_unref);
  g_free (answer);
}

static BuoyVerdict *
judge (const Job *job, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyContext) context = e_buoy_context_complete (job->context);
  g_autoptr (BuoyContext) recalled = e_buoy_context_recall (job->context, context);

  return buoy_scan (bytes, recalled, 0, cancellable, error);
}

static BuoyVerdict *
read_pictures (const Job *job, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  return buoy_scan_again (job->before, bytes, NULL, BUOY_SCAN_PICTURES, cancellable, error);
}

static BuoyVerdict *
look_up (const Job *job, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  return buoy_scan_again (job->before, bytes, NULL, BUOY_SCAN_KEYS, cancellable, error);
}

static BuoyVerdict *
look_up_policy (const Job *job, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  return buoy_scan_again (job->before, bytes, NULL, BUOY_SCAN_POLICY, cancellable, error);
}

static BuoyVerdict *
judge_shown (const Job *job, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyShown) shown = buoy_shown_json_join (job->documents);

  return buoy_scan_again (job->before, bytes, shown, 0, cancellable, error);
}

static GBytes *
get_bytes (const Job *job, GCancellable *cancellable, GError **error)
{
  return job->bytes != NULL ? g_bytes_ref (job->bytes) : e_buoy_message_read (job->message, cancellable, error);
}

static EBuoyAnswer *
answer_new (BuoyVerdict *verdict, GBytes *bytes)
{
  EBuoyAnswer *answer = g_new0 (EBuoyAnswer, 1);

  answer->verdict = verdict;
  answer->notice = buoy_notice_new (verdict);
  answer->questions = buoy_questions_new (verdict);
  if (buoy_verdict_has_unread_pictures (verdict))
    answer->bytes = g_bytes_ref (bytes);
  return answer;
}

/* From a message with a warning, only the warning is learned. */
static void
learn_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *lesson = data;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) messages = g_ptr_array_new ();

  g_ptr_array_add (names, lesson->lesson);
  g_ptr_array_add (messages, lesson->bytes);
  e_buoy_context_learn_verdict (lesson->context, lesson->before);
  if (buoy_verdict_get_level (lesson->before) == BUOY_LEVEL_NONE)
    e_buoy_context_learn (lesson->context, names, messages, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

/* A separate task, because the answer is delivered only when the function of its thread returns. Takes the context of
 * @job.
 */
static void
learn (Job *job, GBytes *bytes, BuoyVerdict *verdict)
{
  g_autoptr (GTask) task = NULL;
  Job *lesson;

  if (job->lesson == NULL)
    return;
  lesson = g_new0 (Job, 1);
  lesson->context = g_steal_pointer (&job->context);
  lesson->lesson = g_steal_pointer (&job->lesson);
  lesson->bytes = g_bytes_ref (bytes);
  lesson->before = buoy_verdict_ref (verdict);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, learn);
  g_task_set_task_data (task, lesson, job_free);
  g_task_run_in_thread (task, learn_in_thread);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = get_bytes (job, cancellable, &error);
  g_autoptr (BuoyVerdict) verdict = bytes != NULL ? job->run (job, bytes, cancellable, &error) : NULL;

  buoy_last_use_note (BUOY_LAST_USE_EVOLUTION);
  if (verdict == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task, answer_new (buoy_verdict_ref (verdict), bytes), (GDestroyNotify) e_buoy_answer_free);
  learn (job, bytes, verdict);
}

/* @job: (transfer full) */
static void
run (Job *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, job, job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_in_thread);
}

void
e_buoy_job_judge_async (EBuoyMessage *message, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = judge;
  job->message = message;
  job->context = e_buoy_context_new (e_buoy_message_get_account (message));
  job->lesson = e_buoy_message_dup_lesson (message);
  run (job, cancellable, callback, user_data);
}

void
e_buoy_job_read_pictures_async (const EBuoyAnswer *before, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = read_pictures;
  job->bytes = g_bytes_ref (before->bytes);
  job->before = buoy_verdict_ref (before->verdict);
  run (job, cancellable, callback, user_data);
}

void
e_buoy_job_look_up_async (EBuoyMessage *message, BuoyVerdict *before, EBuoyQuestion question, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = question == E_BUOY_QUESTION_POLICY ? look_up_policy : look_up;
  job->message = message;
  job->before = buoy_verdict_ref (before);
  run (job, cancellable, callback, user_data);
}

void
e_buoy_job_judge_shown_async (EBuoyMessage *message, BuoyVerdict *before, char **documents, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->run = judge_shown;
  job->message = message;
  job->before = buoy_verdict_ref (before);
  job->documents = documents;
  run (job, cancellable, callback, user_data);
}

EBuoyAnswer *
e_buoy_job_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
