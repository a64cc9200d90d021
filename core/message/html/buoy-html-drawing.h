/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What of a page can be part of a drawing: text, by its colours, and cells of a table that are nothing but a colour.
 */
#pragma once

#include <gumbo.h>

#include "message/html/buoy-computed-style.h"
#include "message/html/buoy-html-reader.h"

/* Takes part of a drawing: text between tags, or a cell of a table without any. FALSE: @element is no such cell. */
void buoy_html_draw_text (BuoyHtmlReader *reader, const GumboNode *node, const BuoyComputedStyle *style);

gboolean buoy_html_draw_cell (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *style);
