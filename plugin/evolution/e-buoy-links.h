/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Between a click on a link and the browser.
 */
#pragma once

#include "e-buoy-analysis.h"

/* From now on every click in @display, by whatever means, and every form is checked against the analysis first. */
void e_buoy_links_watch (EMailDisplay *display);

/* Sets the analysis of what @display shows from now on; NULL: nothing that was analysed. Marks false links as soon as
 * they are known. Clicks waiting for the previous one are dropped.
 */
void e_buoy_links_follow (EMailDisplay *display, EBuoyAnalysis *analysis);
