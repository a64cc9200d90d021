/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Elements defined by their attributes: a button's label, whether it submits, and where a page redirects.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

/* The label of a button: the value of an <input>, or the text in a <button>. (transfer full) */
char *buoy_html_button_label (const GumboNode *element);

/* What a field shows beside its value and its text: a placeholder, the label of an option. (nullable) */
const char *buoy_html_field_hint (const GumboNode *element);

/* Whether a button submits its form; a <button> does by default (HTML §4.10.6). */
gboolean buoy_html_submits (const GumboNode *element);

/* The target of a <meta http-equiv="refresh" content="0; url=…">; NULL for any other. (transfer full) (nullable) */
char *buoy_html_refresh_target (const GumboNode *element);
