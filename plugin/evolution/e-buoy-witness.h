/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the web view of a message really displays, reported to its analysis.
 */
#pragma once

#include "e-buoy-analysis.h"

/* Prepares a view. Call it once, before it loads anything. */
void e_buoy_witness_watch (EMailDisplay *display);

/* Call when the view displays the message of @analysis; NULL if that is not checked. */
void e_buoy_witness_follow (EMailDisplay *display, EBuoyAnalysis *analysis);

/* Reports a link that is about to be opened and was not reported before, if its text is known: that is so if the
 * pointer is on it.
 */
void e_buoy_witness_tell_clicked (EWebView *web_view, const char *uri);
