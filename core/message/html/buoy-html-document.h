/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A page as a whole: in pieces where its tree would be too deep or too large, with its style sheets, with the pages in
 * its frames, and as Outlook reads it.
 */
#pragma once

#include "message/buoy-message.h"

/* Adds what a text/html part shows. @html: valid UTF-8. */
void buoy_html_read (BuoyMessage *message, const char *html, gsize length);

/* The same of a page that a browser opens. @inside: appended to it, as HTML, is what stands in attributes of the page:
 * scripts that its elements run by themselves, and pages in frames.
 */
void buoy_html_read_run (BuoyMessage *message, const char *html, gsize length, GString *inside);
