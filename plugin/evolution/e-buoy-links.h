/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Intercepts clicks on links before they reach the browser.
 */
#pragma once

#include "e-buoy-analysis.h"

/* Starts to check every click on a link in @display, by whatever means, and every form against the analysis. */
void e_buoy_links_watch (EMailDisplay *display);

/* Sets the analysis of what @display shows from now on; NULL if that was not analysed. Marks misleading links as soon
 * as they are known. Clicks that wait for the previous analysis are dropped.
 */
void e_buoy_links_follow (EMailDisplay *display, EBuoyAnalysis *analysis);
