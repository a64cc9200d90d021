/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A click, held back until its target is judged.
 */
#pragma once

#include "e-buoy-analysis.h"

typedef struct _EBuoyClick EBuoyClick;

/* Does what the click would have done without the module. */
typedef void (*EBuoyOpenFunc) (EWebView *web_view, const char *uri);

EBuoyClick *e_buoy_click_new (EWebView *web_view, const char *uri, EBuoyOpenFunc open);

/* A form is about to be sent: @decision is used or ignored in the end. */
EBuoyClick *e_buoy_click_new_form (EWebView *web_view, const char *uri, WebKitPolicyDecision *decision);

void e_buoy_click_free (EBuoyClick *click);

/* Whether everything needed to decide about the click is known. */
gboolean e_buoy_click_is_decided (const EBuoyClick *click, EBuoyAnalysis *analysis);

/* Opens a target that was judged and found harmless; otherwise asks or refuses. @click: (transfer full) */
void e_buoy_click_judge (EBuoyClick *click, EBuoyAnalysis *analysis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EBuoyClick, e_buoy_click_free)
