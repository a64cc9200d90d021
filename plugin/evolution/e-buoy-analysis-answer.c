/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The verdict that an analysis has so far, and what could still be looked up.
 */
#include "config.h"

#include "e-buoy-analysis-private.h"

#include "e-buoy-settings.h"

gboolean
e_buoy_analysis_can_look_up (EBuoyAnalysis *self)
{
  return self->questions != NULL && !self->rewritten && buoy_questions_are_any (self->questions)
         && (self->wanted != E_BUOY_QUESTION_KEYS || buoy_questions_were_unanswered (self->verdict));
}

BuoyInquiryState
e_buoy_analysis_find_inquiry_state (EBuoyAnalysis *self)
{
  if (self->wanted == E_BUOY_QUESTION_KEYS && (self->asking || self->asked < self->wanted))
    return BUOY_INQUIRY_RUNNING;
  if (e_buoy_settings_get_lookups () == E_BUOY_LOOKUPS_OFF || !e_buoy_analysis_can_look_up (self))
    return BUOY_INQUIRY_CLOSED;
  return self->stopped ? BUOY_INQUIRY_STOPPED : BUOY_INQUIRY_OPEN;
}

void
e_buoy_analysis_update_inquiry (EBuoyAnalysis *self)
{
  const BuoyInquiryState state = e_buoy_analysis_find_inquiry_state (self);

  if (self->notice != NULL)
    buoy_inquiry_set (self->inquiry, self->notice, state, state != BUOY_INQUIRY_CLOSED ? self->questions : NULL);
}

void
e_buoy_analysis_take_answer (EBuoyAnalysis *self, const EBuoyAnswer *answer)
{
  g_clear_pointer (&self->notice, buoy_notice_unref);
  g_clear_pointer (&self->verdict, buoy_verdict_unref);
  self->notice = buoy_notice_ref (answer->notice);
  self->verdict = buoy_verdict_ref (answer->verdict);
  if (self->lesson != NULL)
    e_buoy_lesson_take (self->lesson, self->verdict);
  g_clear_pointer (&self->questions, buoy_questions_unref);
  self->questions = buoy_questions_ref (answer->questions);
  e_buoy_analysis_update_inquiry (self);
}

/* recreating the bar without need would steal keyboard focus */
gboolean
e_buoy_analysis_says_the_same (EBuoyAnalysis *self, const EBuoyAnswer *answer)
{
  g_autofree char *before = buoy_notice_to_text (self->notice);
  g_autofree char *after = buoy_notice_to_text (answer->notice);

  return g_str_equal (before, after);
}
