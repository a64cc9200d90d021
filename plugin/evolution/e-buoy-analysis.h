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

/* The analysis of @part_list's message, started for its first view. NULL for a message that is not checked. "finished"
 * is emitted when it ends, and again when a QR code, lookups or what the client displays have changed the verdict.
 * (transfer full) (nullable)
 */
EBuoyAnalysis *e_buoy_analysis_join (EMailPartList *part_list);

/* The existing analysis, if any; (transfer none) (nullable). */
EBuoyAnalysis *e_buoy_analysis_peek (EMailPartList *part_list);

/* Call when a view shows another message. If it was the last view, a running analysis is cancelled. */
void e_buoy_analysis_release (EBuoyAnalysis *self);

/* Reports what the document @name displays, as JSON of shown.js. It is analysed a moment later; "finished" is emitted
 * again if that changes the verdict, and "settled" in any case.
 */
void e_buoy_analysis_take_document (EBuoyAnalysis *self, const char *name, const char *json);

/* Whether everything that was reported as displayed is analysed. */
gboolean e_buoy_analysis_is_settled (EBuoyAnalysis *self);

gboolean e_buoy_analysis_is_finished (EBuoyAnalysis *self);

/* NULL until finished, and if the message could not be analysed. (transfer none) (nullable) */
BuoyNotice *e_buoy_analysis_get_notice (EBuoyAnalysis *self);

/* The same for the verdict. (transfer none) (nullable) */
BuoyVerdict *e_buoy_analysis_get_verdict (EBuoyAnalysis *self);

/* Whether lookups could add something, and the reader has not started them. */
gboolean e_buoy_analysis_can_look_up (EBuoyAnalysis *self);

/* The lookup as shown in the details, where it can be started. (transfer none) */
BuoyInquiry *e_buoy_analysis_get_inquiry (EBuoyAnalysis *self);

/* Why the message could not be analysed, as a phrase; otherwise NULL. (transfer none) */
const char *e_buoy_analysis_explain_error (EBuoyAnalysis *self);

/* Whether it could not be analysed because of how its sender built it. */
gboolean e_buoy_analysis_is_too_complex (EBuoyAnalysis *self);
