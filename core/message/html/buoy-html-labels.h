/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A click on the label of a button presses that.
 */
#pragma once

#include <gumbo.h>

#include "message/html/buoy-html-reader.h"

/* Adds the form that @label sends, with its text, if that names a host. */
void buoy_html_read_form_label (BuoyHtmlReader *reader, const GumboNode *label);
