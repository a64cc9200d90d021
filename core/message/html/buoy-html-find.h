/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Looks for elements elsewhere in a page, within its budget.
 */
#pragma once

#include <gumbo.h>

#include "message/html/buoy-html-reader.h"

/* Spends for looking at @child. FALSE if the budget is spent. */
gboolean buoy_html_spend_on_child (BuoyHtmlReader *reader, const GumboNode *child);

/* The element with that ID in the tree of @element. (nullable) */
const GumboNode *buoy_html_find_by_id (BuoyHtmlReader *reader, const GumboNode *element, const char *id);

/* The first submit button in @element. (nullable) */
const GumboNode *buoy_html_find_button (BuoyHtmlReader *reader, const GumboNode *element);
