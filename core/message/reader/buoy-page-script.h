/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a page's scripts do, judged by keywords; nothing is executed. A script that decodes its page from numbers hides
 * it from filters, and one that redirects makes the page a link.
 */
#pragma once

#include "message/buoy-message.h"

/* Returns what the page's scripts do, and adds where they redirect and the pages that they hide. @html: valid UTF-8. */
guint buoy_page_read_scripts (BuoyMessage *content, const char *html);
