/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Analyses what the client displays of a message in addition to its bytes, each time something new is reported. That
 * may happen while pictures are decoded or lookups are running.
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

/* Takes the answer of a step. If the documents were analysed after it had begun, the answer lacks them, so they are
 * analysed again before the views are notified. If they are being analysed now, that result lacks the step, and is
 * outdated.
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

/* Whether the result belongs to the current verdict; if not, the documents are analysed again with it. */
static gboolean
is_of_verdict (EBuoyAnalysis *self)
{
  const gboolean outdated = self->outdated;

  self->outdated = FALSE;
  self->has_news |= outdated;
  return !outdated;
}

/* The previous verdict is kept if there is no answer. */
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

/* The verdict may be replaced while this is running, see e_buoy_analysis_take_step(). */
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
