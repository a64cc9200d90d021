/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What in a page leads somewhere: links with what is seen of them, areas, forms and their buttons, a page that goes on
 * by itself.
 */
#pragma once

#include <gumbo.h>

#include "message/css/buoy-visibility.h"
#include "message/html/buoy-html-reader.h"

/* Where @element leads as a link by itself: <a>, in SVG too, and anything in MathML; (transfer full), NULL. */
char *buoy_html_link_target (const BuoyHtmlReader *reader, const GumboNode *element);

/* Takes @href. */
void buoy_html_open_link (BuoyHtmlReader *reader, const GumboNode *element, char *href, gboolean reversed);

void buoy_html_close_link (BuoyHtmlReader *reader);

/* The links and fields that an element is by itself. */
void buoy_html_read_special (BuoyHtmlReader *reader, const GumboNode *element);

/* In a page that a browser opens: the link that a button, a cell or anything else is by what a click on it runs. */
void buoy_html_read_clicks (BuoyHtmlReader *reader, const GumboNode *element);

/* What an element within the open link is called where it shows no text. */
void buoy_html_read_label (BuoyHtmlReader *reader, const GumboNode *element);

void buoy_html_read_image (BuoyHtmlReader *reader, const GumboNode *element, BuoyVisibility visibility);
