/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The fields of an analysis, for its files: the steps from bytes to verdicts, what the client displays, and
 * what is known so far.
 */
#pragma once

#include "e-buoy-analysis.h"
#include "e-buoy-documents.h"
#include "e-buoy-job.h"
#include "e-buoy-lesson.h"

struct _EBuoyAnalysis
{
  GObject parent;
  EMailPartList *part_list; /* weak: it owns us */
  GCancellable *cancellable;
  BuoyVerdict *verdict;
  BuoyNotice *notice;
  EBuoyLesson *lesson; /* NULL: it teaches nothing */
  GError *error;       /* NULL */
  guint n_views;
  guint serial;       /* of the settings that were used */
  gboolean rewritten; /* signatures can't match these bytes */
  gboolean finished;
  gboolean reading;         /* its pictures are being read; there is a verdict already */
  EBuoyQuestion asked;      /* of name servers; there is a verdict already */
  EBuoyQuestion wanted;     /* what to ask them once nothing else is running */
  gboolean asking;          /* they have not answered yet */
  gboolean stopped;         /* the reader has stopped it, and is not asked for again by itself */
  gboolean has_news;        /* something that the views display was not judged yet */
  gboolean judging_shown;   /* it is being judged, */
  gboolean outdated;        /* beside a verdict that a step has replaced meanwhile */
  guint pause;              /* before that */
  guint n_shown;            /* how often it was judged, */
  guint n_shown_before;     /* and when the step that runs beside it began */
  gboolean untold;          /* the verdict says something else than the views were told */
  GCancellable *question;   /* of the look-up; NULL before the first */
  BuoyQuestions *questions; /* that could be asked, or are; NULL before the first verdict */
  BuoyInquiry *inquiry;     /* what the details show of it */
};

/* Takes @answer in place of the one before. */
void e_buoy_analysis_take_answer (EBuoyAnalysis *self, const EBuoyAnswer *answer);
gboolean e_buoy_analysis_says_the_same (EBuoyAnalysis *self, const EBuoyAnswer *answer);

BuoyInquiryState e_buoy_analysis_find_inquiry_state (EBuoyAnalysis *self);
void e_buoy_analysis_update_inquiry (EBuoyAnalysis *self);

/* Takes the answer of a later step, and tells the views if it says something else. */
void e_buoy_analysis_take_step (EBuoyAnalysis *self, const EBuoyAnswer *answer);

/* Judges what the client displays, if there is something new. */
void e_buoy_analysis_judge_shown (EBuoyAnalysis *self);
