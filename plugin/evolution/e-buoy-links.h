/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Between a click on a link and the browser.
 */
#pragma once

#include "e-buoy-analysis.h"

/* From now on a click in @display, by whatever means, and a form go past the analysis of what is shown first. */
void e_buoy_links_watch (EMailDisplay *display);

/* The analysis of what @display shows from now on; NULL: of nothing that was looked at. Marks the links that lie as
 * soon as they are known. Clicks that wait for the one before are dropped.
 */
void e_buoy_links_follow (EMailDisplay *display, EBuoyAnalysis *analysis);
