/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Conditional comments, which only Outlook for Windows reads or hides ("<!--[if mso]>…<![endif]-->"). In honest mail
 * they contain a table or a button whose links are in the rest as well; only if there are additional links is the page
 * parsed a second time, as Outlook does.
 */
#pragma once

#include "message/html/buoy-html-reader.h"

/* Keeps a conditional comment for Outlook ("[if mso]>…<![endif]") that contains a link. */
void buoy_html_keep_comment (BuoyHtmlReader *reader, const char *comment);

/* The page as Outlook reads it; NULL if that has no additional links. (transfer full) (nullable) */
char *buoy_html_page_of_outlook (const BuoyHtmlReader *reader, const char *html, gsize length);

/* Drops links of @reader's page that the message already has, from @first on. */
void buoy_html_drop_known_links (BuoyHtmlReader *reader, guint first);
