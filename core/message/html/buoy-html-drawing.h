/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The parts of a page that can make up a drawing: text, by its colours, and empty coloured table cells.
 */
#pragma once

#include <gumbo.h>

#include "message/html/buoy-computed-style.h"
#include "message/html/buoy-html-reader.h"

/* Adds a text to the drawing. */
void buoy_html_draw_text (BuoyHtmlReader *reader, const GumboNode *node, const BuoyComputedStyle *style);

/* Adds a table cell without text to the drawing. Returns FALSE if @element is not such a cell. */

gboolean buoy_html_draw_cell (BuoyHtmlReader *reader, const GumboNode *element, const BuoyComputedStyle *style);
