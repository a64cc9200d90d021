/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a page holds in attributes: a page within a frame, and the scripts that its elements run (HTML §8.1.8.1). Mail
 * programs run none; a browser that opens an attached page does.
 */
#pragma once

#include <gumbo.h>
#include "message/html/buoy-html-reader.h"

/* Keeps the page that a frame holds in itself: srcdoc, or a data: URL. */
void buoy_html_keep_frame (BuoyHtmlReader *reader, const GumboNode *element);

/* Keeps what @element runs by itself, in a page that a browser opens. */
void buoy_html_keep_handlers (BuoyHtmlReader *reader, const GumboNode *element);

/* Where a click on @element goes by its script; (transfer full), NULL. */
char *buoy_html_clicked_address (const BuoyHtmlReader *reader, const GumboNode *element);
