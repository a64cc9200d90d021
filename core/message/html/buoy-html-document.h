/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A whole page: in pieces if its tree would be too deep or large, with its style sheets, the pages in its frames, and
 * Outlook's version.
 */
#pragma once

#include "message/buoy-message.h"

/* Adds the text and the links of a text/html part. @html: valid UTF-8. */
void buoy_html_read (BuoyMessage *message, const char *html, gsize length);

/* The same for a page that a browser opens: its title becomes the subject if there is none. Scripts and framed pages in
 * attributes are appended to @inside, as HTML.
 */
void buoy_html_read_run (BuoyMessage *message, const char *html, gsize length, GString *inside);

/* Adds the links of @html, another reading of the page whose links begin at @first, and its text to the other readings.
 * Returns whether one of its links has an address that the links of the page lack.
 */
gboolean buoy_html_read_otherwise (BuoyMessage *message, const char *html, gsize length, guint first);
