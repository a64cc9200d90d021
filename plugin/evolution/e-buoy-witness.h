/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the web view of a message really displays, reported to its analysis.
 */
#pragma once

#include "e-buoy-analysis.h"

/* Prepares a view; once, before it loads anything. */
void e_buoy_witness_watch (EMailDisplay *display);

/* The view displays the message of @analysis now; NULL: none that is checked. */
void e_buoy_witness_follow (EMailDisplay *display, EBuoyAnalysis *analysis);

/* Reports a link that is about to be opened and was not reported before, if its text is known, as it is if the pointer
 * is on it.
 */
void e_buoy_witness_tell_clicked (EWebView *web_view, const char *uri);
