/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Conditional comments: what Outlook for Windows reads and others don't ("<!--[if mso]>…<![endif]-->"), and the other
 * way round. Honest mail has a table or a button in them whose links stand in the rest as well; only where there is a
 * link of its own, the page is read a second time, as Outlook does.
 */
#pragma once

#include "message/html/buoy-html-reader.h"

/* Keeps a conditional comment for Outlook ("[if mso]>…<![endif]") that holds a link. */
void buoy_html_keep_comment (BuoyHtmlReader *reader, const char *comment);

/* The page as Outlook reads it, if that has links of its own; NULL. */
char *buoy_html_page_of_outlook (const BuoyHtmlReader *reader, const char *html, gsize length);

/* Drops the links of @reader's page that stand in the message already, from @first on. */
void buoy_html_drop_known_links (BuoyHtmlReader *reader, guint first);
