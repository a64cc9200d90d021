/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What leads elsewhere in a page: links with their visible text, areas, forms and their buttons, redirects.
 */
#pragma once

#include <gumbo.h>

#include "message/css/buoy-visibility.h"
#include "message/html/buoy-html-reader.h"

/* Where @element leads as a link: <a>, also in SVG, and any element in MathML; (transfer full), NULL. */
char *buoy_html_link_target (const BuoyHtmlReader *reader, const GumboNode *element);

/* Takes @href. */
void buoy_html_open_link (BuoyHtmlReader *reader, const GumboNode *element, char *href, gboolean reversed);

void buoy_html_close_link (BuoyHtmlReader *reader);

/* Links and fields other than <a>. */
void buoy_html_read_special (BuoyHtmlReader *reader, const GumboNode *element);

/* In a page that a browser opens: a link made by a click handler on a button, a cell or anything else. */
void buoy_html_read_clicks (BuoyHtmlReader *reader, const GumboNode *element);

/* The accessible name of an element in the open link, in case it shows no text. */
void buoy_html_read_label (BuoyHtmlReader *reader, const GumboNode *element);

void buoy_html_read_image (BuoyHtmlReader *reader, const GumboNode *element, BuoyVisibility visibility);
