/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Plain addresses in a script: where it redirects, what it opens, where it sends.
 */
#pragma once

#include <glib.h>

/* The first web address to which a script redirects or which it opens in another window; (transfer full), NULL. */
char *buoy_page_find_address (const char *script);

#define BUOY_SCRIPT_LOCATION "location" /* what a script assigns to, or calls, to redirect */

/* The first @word of a script that is not the end of a longer word; NULL. */
const char *buoy_page_find_word (const char *text, const char *end, const char *word);

const char *buoy_page_skip_blanks (const char *p, const char *end);

/* Whether @text starts like an absolute web address. */
gboolean buoy_page_is_address (const char *text);

/* The address assigned to @location: = "…", .href = '…', .replace ("…"), .assign (`…`); (transfer full), NULL. */
char *buoy_page_given_address (const char *location, const char *end);

/* The address in the first string argument of a call; (transfer full), NULL. */
char *buoy_page_called_address (const char *call, const char *end);
