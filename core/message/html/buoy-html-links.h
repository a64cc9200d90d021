/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Everything in a page that leads elsewhere: links with their visible text, areas, forms and their buttons, redirects.
 */
#pragma once

#include <gumbo.h>

#include "message/css/buoy-visibility.h"
#include "message/html/buoy-html-reader.h"

/* The address to which @element links: <a>, also in SVG, or any element in MathML. (transfer full) (nullable) */
char *buoy_html_link_target (const BuoyHtmlReader *reader, const GumboNode *element);

/* @href: (transfer full). @reversed: whether the surrounding text is displayed from right to left */
void buoy_html_open_link (BuoyHtmlReader *reader, const GumboNode *element, char *href, gboolean reversed);

void buoy_html_close_link (BuoyHtmlReader *reader);

/* Reads links other than <a>, and fields. */
void buoy_html_read_special (BuoyHtmlReader *reader, const GumboNode *element);

/* Adds a link for a click handler on a button, a cell or any other element of a page that a browser opens. */
void buoy_html_read_clicks (BuoyHtmlReader *reader, const GumboNode *element);

/* Adds the accessible name of an element to the open link, in case that shows no text. */
void buoy_html_read_label (BuoyHtmlReader *reader, const GumboNode *element);

void buoy_html_read_image (BuoyHtmlReader *reader, const GumboNode *element, BuoyVisibility visibility);
