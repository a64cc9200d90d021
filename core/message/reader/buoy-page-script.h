/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a page's scripts do, by the words in them; nothing is run. A script that builds its page out of numbers hides it
 * from everybody but the reader, and one that goes elsewhere makes the page a link.
 */
#pragma once

#include "message/buoy-message.h"

/* The page's <title> becomes the subject. @html: valid UTF-8. */
void buoy_page_read_title (BuoyMessage *content, const char *html);

/* What the page's scripts do; where they go by themselves, and the pages that they hide, are added. */
guint buoy_page_read_scripts (BuoyMessage *content, const char *html);
