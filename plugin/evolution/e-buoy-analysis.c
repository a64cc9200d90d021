/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evolution uses the same part list for a message in two windows, so the analysis is attached to it: done once, and
 * freed with the message.
 */
#include "config.h"

#include "e-buoy-analysis-private.h"

#include "buoy-unjudged.h"
#include "e-buoy-job.h"
#include "e-buoy-settings.h"
#include "e-buoy-timing.h"

#define KEY "bellbuoy-analysis"

G_DEFINE_FINAL_TYPE (EBuoyAnalysis, e_buoy_analysis, G_TYPE_OBJECT)

static guint finished_signal;

static void
finish (EBuoyAnalysis *self, const GError *error)
{
  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_debug ("no analysis: %s", error->message);
  if (error != NULL)
    self->error = g_error_copy (error);
  self->finished = TRUE;
  g_signal_emit (self, finished_signal, 0);
}

static void go_on (EBuoyAnalysis *self);

/* The first verdict is kept if there is no answer. */
static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EBuoyAnalysis) self = data;
  g_autoptr (EBuoyAnswer) answer = e_buoy_job_finish (result, NULL);

  self->asking = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (answer != NULL)
    e_buoy_analysis_take_step (self, answer);
  go_on (self);
  e_buoy_analysis_update_inquiry (self);
}

/* The bytes are read again to verify signatures: keeping the bytes of every message would take too much memory. */
static void
look_up (EBuoyAnalysis *self)
{
  g_autoptr (EBuoyMessage) message = self->part_list != NULL ? e_buoy_message_new (self->part_list) : NULL;

  self->asked = self->wanted;
  self->asking = message != NULL;
  g_clear_object (&self->question);
  self->question = g_cancellable_new ();
  self->n_shown_before = self->n_shown;
  if (message != NULL)
    e_buoy_job_look_up_async (g_steal_pointer (&message), self->verdict, self->asked, self->question, on_looked_up,
                              g_object_ref (self));
}

/* The verdict is complete, so lookups may start; without consent, only those that the sender cannot notice. */
static void
go_on (EBuoyAnalysis *self)
{
  e_buoy_analysis_judge_shown (self);
  if (self->reading || self->asking)
    return;
  if (self->wanted == E_BUOY_QUESTION_NONE && !self->stopped
      && e_buoy_settings_get_lookups () == E_BUOY_LOOKUPS_AUTOMATIC && e_buoy_analysis_can_look_up (self))
    self->wanted = E_BUOY_QUESTION_POLICY;
  if (self->wanted > self->asked)
    look_up (self);
}

/* Pictures and the policy come first, so that the new verdict includes them. */
static void
on_start (EBuoyAnalysis *self)
{
  if (self->verdict == NULL || e_buoy_analysis_find_inquiry_state (self) == BUOY_INQUIRY_CLOSED)
    return;
  self->stopped = FALSE;
  self->wanted = E_BUOY_QUESTION_KEYS;
  if (!self->asking)
    self->asked = E_BUOY_QUESTION_NONE; /* somebody did not answer the last time */
  if (!self->reading && !self->asking)
    go_on (self);
  e_buoy_analysis_update_inquiry (self);
}

/* The verdict stays as it is. */
static void
on_stop (EBuoyAnalysis *self)
{
  self->stopped = TRUE;
  self->wanted = self->asked = E_BUOY_QUESTION_NONE;
  if (self->question != NULL)
    g_cancellable_cancel (self->question);
  e_buoy_analysis_update_inquiry (self);
}

BuoyInquiry *
e_buoy_analysis_get_inquiry (EBuoyAnalysis *self)
{
  return self->inquiry;
}

/* The first verdict is kept if there is no answer. */
static void
on_pictures_read (GObject *source, GAsyncResult *result, gpointer data)
{
  E_BUOY_TIMED ("pictures");
  g_autoptr (EBuoyAnalysis) self = data;
  g_autoptr (EBuoyAnswer) answer = e_buoy_job_finish (result, NULL);

  self->reading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (answer != NULL)
    e_buoy_analysis_take_step (self, answer);
  go_on (self);
}

static void
on_judged (GObject *source, GAsyncResult *result, gpointer data)
{
  E_BUOY_TIMED ("verdict");
  g_autoptr (EBuoyAnalysis) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EBuoyAnswer) answer = e_buoy_job_finish (result, &error);

  if (answer != NULL)
    e_buoy_analysis_take_answer (self, answer);
  self->reading = answer != NULL && answer->bytes != NULL;
  finish (self, error);
  self->n_shown_before = self->n_shown;
  if (self->reading)
    e_buoy_job_read_pictures_async (answer, self->cancellable, on_pictures_read, g_object_ref (self));
  go_on (self);
}

/* @message: (transfer full) */
static void
start (EBuoyAnalysis *self, EBuoyMessage *message)
{
  self->cancellable = g_cancellable_new ();
  self->serial = e_buoy_settings_get_serial ();
  self->rewritten = e_buoy_message_is_rewritten (message);
  self->lesson = e_buoy_lesson_new (message);
  e_buoy_job_judge_async (message, self->cancellable, on_judged, g_object_ref (self));
}

EBuoyAnalysis *
e_buoy_analysis_join (EMailPartList *part_list)
{
  EBuoyAnalysis *self = g_object_get_data (G_OBJECT (part_list), KEY);
  g_autoptr (EBuoyMessage) message = NULL;

  if (!e_buoy_settings_is_enabled ())
    return NULL;
  if (self != NULL && self->serial == e_buoy_settings_get_serial ())
    {
      self->n_views++;
      return g_object_ref (self);
    }

  message = e_buoy_message_new (part_list);
  if (message == NULL)
    return NULL;
  self = g_object_new (E_TYPE_BUOY_ANALYSIS, NULL);
  self->n_views = 1;
  g_set_weak_pointer (&self->part_list, part_list);
  g_object_set_data_full (G_OBJECT (part_list), KEY, g_object_ref (self), g_object_unref);
  self->has_news = e_buoy_documents_are_any (e_buoy_documents_of (G_OBJECT (part_list)));
  start (self, g_steal_pointer (&message));
  return self;
}

EBuoyAnalysis *
e_buoy_analysis_peek (EMailPartList *part_list)
{
  EBuoyAnalysis *self = g_object_get_data (G_OBJECT (part_list), KEY);

  return self != NULL && e_buoy_settings_is_enabled () ? self : NULL;
}

/* Details that are still open cannot start lookups any more. */
static void
close_inquiry (EBuoyAnalysis *self)
{
  if (self->notice != NULL)
    buoy_inquiry_set (self->inquiry, self->notice, BUOY_INQUIRY_CLOSED, NULL);
}

void
e_buoy_analysis_release (EBuoyAnalysis *self)
{
  self->n_views--;
  if (self->n_views > 0 || (self->finished && !self->reading && !self->asking && !self->judging_shown))
    return;
  g_cancellable_cancel (self->cancellable);
  if (self->question != NULL)
    g_cancellable_cancel (self->question);
  close_inquiry (self);
  /* a newer one may have replaced us */
  if (self->part_list != NULL && g_object_get_data (G_OBJECT (self->part_list), KEY) == self)
    g_object_set_data (G_OBJECT (self->part_list), KEY, NULL);
}

gboolean
e_buoy_analysis_is_finished (EBuoyAnalysis *self)
{
  return self->finished;
}

BuoyNotice *
e_buoy_analysis_get_notice (EBuoyAnalysis *self)
{
  return self->notice;
}

BuoyVerdict *
e_buoy_analysis_get_verdict (EBuoyAnalysis *self)
{
  return self->verdict;
}

const char *
e_buoy_analysis_explain_error (EBuoyAnalysis *self)
{
  return self->error != NULL ? buoy_unjudged_explain (self->error) : NULL;
}

gboolean
e_buoy_analysis_is_too_complex (EBuoyAnalysis *self)
{
  return buoy_unjudged_is_evasion (self->error);
}

static void
e_buoy_analysis_finalize (GObject *object)
{
  EBuoyAnalysis *self = E_BUOY_ANALYSIS (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  close_inquiry (self);
  g_clear_object (&self->inquiry);
  g_clear_pointer (&self->questions, buoy_questions_unref);
  g_clear_weak_pointer (&self->part_list);
  g_clear_object (&self->question);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->verdict, buoy_verdict_unref);
  g_clear_pointer (&self->notice, buoy_notice_unref);
  g_clear_pointer (&self->lesson, e_buoy_lesson_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (e_buoy_analysis_parent_class)->finalize (object);
}

static void
e_buoy_analysis_class_init (EBuoyAnalysisClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = e_buoy_analysis_finalize;
  finished_signal
      = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
e_buoy_analysis_init (EBuoyAnalysis *self)
{
  self->inquiry = buoy_inquiry_new ();
  g_signal_connect_object (self->inquiry, "start", G_CALLBACK (on_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inquiry, "stop", G_CALLBACK (on_stop), self, G_CONNECT_SWAPPED);
}
