/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The analysis of one message, shared by all views of that message. Main thread only.
 */
#pragma once

#include "bellbuoy.h"
#include "buoy-inquiry.h"
#include "e-buoy-compat.h"

#define E_TYPE_BUOY_ANALYSIS (e_buoy_analysis_get_type ())
G_DECLARE_FINAL_TYPE (EBuoyAnalysis, e_buoy_analysis, E, BUOY_ANALYSIS, GObject)

/* The analysis of @part_list's message, started for its first view; (transfer full). NULL for a message that is not
 * checked. "finished" is emitted later, unless it is finished, and again when a QR code in a picture, DNS lookups or
 * what the client displays have changed the verdict.
 */
EBuoyAnalysis *e_buoy_analysis_join (EMailPartList *part_list);

/* The existing analysis, if any; (transfer none) (nullable). */
EBuoyAnalysis *e_buoy_analysis_peek (EMailPartList *part_list);

/* A view has moved on: if it was the last one, a running analysis is cancelled. */
void e_buoy_analysis_release (EBuoyAnalysis *self);

/* What the document called @name displays, JSON of shown.js. It is judged beside the bytes a moment later; "finished" is
 * emitted again if that says something else, and "settled" in any case.
 */
void e_buoy_analysis_take_document (EBuoyAnalysis *self, const char *name, const char *json);

/* Whether everything that is displayed, as far as it was reported, is judged. */
gboolean e_buoy_analysis_is_settled (EBuoyAnalysis *self);

gboolean e_buoy_analysis_is_finished (EBuoyAnalysis *self);

/* NULL before the end, and if the message could not be analysed; (transfer none). */
BuoyNotice *e_buoy_analysis_get_notice (EBuoyAnalysis *self);

/* As the notice; (transfer none). */
BuoyVerdict *e_buoy_analysis_get_verdict (EBuoyAnalysis *self);

/* Whether DNS lookups could add something, and the reader has not asked for them. */
gboolean e_buoy_analysis_can_look_up (EBuoyAnalysis *self);

/* What is shown in the details, from which more can be asked; (transfer none). */
BuoyInquiry *e_buoy_analysis_get_inquiry (EBuoyAnalysis *self);

/* Why the message could not be analysed, as a phrase; otherwise NULL. (transfer none) */
const char *e_buoy_analysis_explain_error (EBuoyAnalysis *self);

/* It could not be analysed because of how its sender built it. */
gboolean e_buoy_analysis_is_too_complex (EBuoyAnalysis *self);
