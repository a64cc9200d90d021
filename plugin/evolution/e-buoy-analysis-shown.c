/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the client displays of a message is judged beside its bytes, as often as something new is reported. That may
 * happen while pictures are read or name servers asked.
 */
#include "config.h"

#include "e-buoy-analysis-private.h"
#include "e-buoy-timing.h"

#define PAUSE_MS 30 /* the documents of a message report within a few milliseconds */

static void
tell (EBuoyAnalysis *self)
{
  if (self->untold)
    g_signal_emit_by_name (self, "finished");
  self->untold = FALSE;
}

/* Of a step that began before the documents were judged, so that it knows nothing of them: they are judged again before
 * the views are told. What is being judged beside the verdict before knows nothing of the step.
 */
void
e_buoy_analysis_take_step (EBuoyAnalysis *self, const EBuoyAnswer *answer)
{
  self->untold |= !e_buoy_analysis_says_the_same (self, answer);
  e_buoy_analysis_take_answer (self, answer);
  self->outdated = self->judging_shown;
  if (self->n_shown != self->n_shown_before)
    self->has_news = TRUE;
  else
    tell (self);
}

/* Whether the answer is of the verdict that there is now; otherwise the documents are judged again beside that. */
static gboolean
is_of_verdict (EBuoyAnalysis *self)
{
  const gboolean outdated = self->outdated;

  self->outdated = FALSE;
  self->has_news |= outdated;
  return !outdated;
}

/* The verdict before is kept if there is no answer. */
static void
on_shown_judged (GObject *source, GAsyncResult *result, gpointer data)
{
  E_BUOY_TIMED ("shown");
  g_autoptr (EBuoyAnalysis) self = data;
  g_autoptr (EBuoyAnswer) answer = e_buoy_job_finish (result, NULL);

  self->judging_shown = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!is_of_verdict (self))
    {
      e_buoy_analysis_judge_shown (self);
      return;
    }
  self->n_shown++;
  if (answer != NULL)
    {
      self->untold |= !e_buoy_analysis_says_the_same (self, answer);
      e_buoy_analysis_take_answer (self, answer);
    }
  tell (self);
  g_signal_emit_by_name (self, "settled");
  e_buoy_analysis_judge_shown (self);
}

/* What was known when it began may be outdated when it ends, see e_buoy_analysis_take_step(). */
void
e_buoy_analysis_judge_shown (EBuoyAnalysis *self)
{
  g_autoptr (EBuoyMessage) message = NULL;

  if (!self->has_news || self->judging_shown || self->pause != 0 || self->verdict == NULL)
    return;
  message = self->part_list != NULL ? e_buoy_message_new (self->part_list) : NULL;
  self->has_news = FALSE;
  self->judging_shown = message != NULL;
  if (message != NULL)
    e_buoy_job_judge_shown_async (g_steal_pointer (&message), self->verdict,
                                  e_buoy_documents_list (e_buoy_documents_of (G_OBJECT (self->part_list))),
                                  self->cancellable, on_shown_judged, g_object_ref (self));
}

static gboolean
on_pause (gpointer data)
{
  EBuoyAnalysis *self = data;

  self->pause = 0;
  e_buoy_analysis_judge_shown (self);
  return G_SOURCE_REMOVE;
}

void
e_buoy_analysis_take_document (EBuoyAnalysis *self, const char *name, const char *json)
{
  if (self->part_list == NULL || !e_buoy_documents_add (e_buoy_documents_of (G_OBJECT (self->part_list)), name, json))
    return;
  self->has_news = TRUE;
  if (self->pause == 0)
    self->pause = g_timeout_add (PAUSE_MS, on_pause, self);
}

gboolean
e_buoy_analysis_is_settled (EBuoyAnalysis *self)
{
  return self->finished && (self->verdict == NULL || (!self->has_news && !self->judging_shown));
}
