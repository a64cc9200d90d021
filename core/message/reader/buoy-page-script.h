/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a page's scripts do, judged by keywords; nothing is executed. A script that decodes its page from numbers hides
 * it from filters, and one that redirects makes the page a link.
 */
#pragma once

#include "message/buoy-message.h"

/* Adds the addresses to which the page's scripts redirect, and the pages that they hide, to @content. @html is valid
 * UTF-8. Returns BuoyScriptSign bits.
 */
guint buoy_page_read_scripts (BuoyMessage *content, const char *html);
