/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Elements whose meaning is in their attributes: what stands on a button, whether it sends its form, and where a page
 * goes by itself.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

/* What stands on a button: an <input>'s value, or the text in a <button>; (transfer full). */
char *buoy_html_button_label (const GumboNode *element);

/* Whether a button sends its form; a <button> does unless it says otherwise (HTML §4.10.6). */
gboolean buoy_html_submits (const GumboNode *element);

/* Where a <meta http-equiv="refresh" content="0; url=…"> goes; (transfer full), NULL for any other. */
char *buoy_html_refresh_target (const GumboNode *element);
