/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Content in attributes: pages in frames, and scripts that elements run (HTML §8.1.8.1). Mail programs do not run
 * scripts; a browser that opens an attached page does.
 */
#pragma once

#include <gumbo.h>
#include "message/html/buoy-html-reader.h"

void buoy_html_frame_free (gpointer data);

/* Keeps a page embedded in a frame: srcdoc, or a data: URL. */
void buoy_html_keep_frame (BuoyHtmlReader *reader, const GumboNode *element);

/* Keeps the scripts that @element runs, in a page that a browser opens. */
void buoy_html_keep_handlers (BuoyHtmlReader *reader, const GumboNode *element);

/* The address to which a script leads when @element is clicked. (transfer full) (nullable) */
char *buoy_html_clicked_address (const BuoyHtmlReader *reader, const GumboNode *element);
