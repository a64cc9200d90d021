/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The analysis of one message, which every view of that message shares. Main thread only.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-compat.h"

#define E_TYPE_BUOY_ANALYSIS (e_buoy_analysis_get_type ())
G_DECLARE_FINAL_TYPE (EBuoyAnalysis, e_buoy_analysis, E, BUOY_ANALYSIS, GObject)

/* The analysis of the message of @part_list, started if it is the first view's; (transfer full).
 * NULL for a message that is left alone. "finished" is emitted later, if it isn't yet, and again when
 * a QR code in a picture or name servers have told more.
 */
EBuoyAnalysis *e_buoy_analysis_join (EMailPartList *part_list);

/* What there is of it already; (transfer none) (nullable). */
EBuoyAnalysis *e_buoy_analysis_peek (EMailPartList *part_list);

/* A view has moved on: when it was the last one, an analysis under way is cancelled. */
void e_buoy_analysis_release (EBuoyAnalysis *self);

gboolean e_buoy_analysis_is_finished (EBuoyAnalysis *self);

/* NULL before the end, and where the message could not be looked at; (transfer none). */
BuoyNotice *e_buoy_analysis_get_notice (EBuoyAnalysis *self);

/* As the notice; (transfer none). */
BuoyVerdict *e_buoy_analysis_get_verdict (EBuoyAnalysis *self);

/* Whether there is something that name servers could still tell, and the reader has not asked for it. */
gboolean e_buoy_analysis_can_look_up (EBuoyAnalysis *self);

/* Asks them for the keys, whatever the settings say; that is the caller's to look at. */
void e_buoy_analysis_look_up (EBuoyAnalysis *self);

/* Why the message could not be looked at, half a sentence; else NULL. (transfer none) */
const char *e_buoy_analysis_explain_error (EBuoyAnalysis *self);

/* It could not be looked at because its sender has built it so. */
gboolean e_buoy_analysis_is_too_complex (EBuoyAnalysis *self);
