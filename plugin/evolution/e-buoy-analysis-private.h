/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The fields of an analysis, shared by its source files.
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
  guint serial;       /* serial number of the settings that were used */
  gboolean rewritten; /* the message was decrypted, so that signatures can't match its bytes */
  gboolean finished;
  gboolean reading;         /* pictures are being decoded; there is a verdict already */
  EBuoyQuestion asked;      /* the lookup that was started; there is a verdict already */
  EBuoyQuestion wanted;     /* the lookup to start once nothing else is running */
  gboolean asking;          /* the lookup is running */
  gboolean stopped;         /* the reader stopped the lookup; don't start it automatically again */
  gboolean has_news;        /* something that the views display was not analysed yet */
  gboolean judging_shown;   /* the displayed documents are being analysed */
  gboolean outdated;        /* they are being analysed with a verdict that was replaced meanwhile */
  guint pause;              /* timeout before analysing them */
  guint n_shown;            /* how often they were analysed */
  guint n_shown_before;     /* value of n_shown when the running step began */
  gboolean untold;          /* the verdict differs from what the views were told */
  GCancellable *question;   /* of the lookup; NULL before the first one */
  BuoyQuestions *questions; /* lookups that are possible or running; NULL before the first verdict */
  BuoyInquiry *inquiry;     /* the lookup as the details show it */
};

/* Replaces the previous answer by @answer. */
void e_buoy_analysis_take_answer (EBuoyAnalysis *self, const EBuoyAnswer *answer);
gboolean e_buoy_analysis_says_the_same (EBuoyAnalysis *self, const EBuoyAnswer *answer);

BuoyInquiryState e_buoy_analysis_find_inquiry_state (EBuoyAnalysis *self);
void e_buoy_analysis_update_inquiry (EBuoyAnalysis *self);

/* Takes the answer of a later step, and notifies the views if it differs. */
void e_buoy_analysis_take_step (EBuoyAnalysis *self, const EBuoyAnswer *answer);

/* Analyses what the client displays, if there is something new. */
void e_buoy_analysis_judge_shown (EBuoyAnalysis *self);
