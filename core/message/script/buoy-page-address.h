/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Addresses that a script holds in plain sight: where it goes, what it opens, where it sends.
 */
#pragma once

#include <glib.h>

/* The first web address to which a script goes or which it opens in another window; (transfer full), NULL. */
char *buoy_page_find_address (const char *script);

#define BUOY_SCRIPT_LOCATION "location" /* what a script assigns to, or calls, to go elsewhere */

/* The first @word of a script, not the end of a longer one; NULL. */
const char *buoy_page_find_word (const char *text, const char *end, const char *word);

const char *buoy_page_skip_blanks (const char *p, const char *end);

/* Whether @text begins as an absolute web address does. */
gboolean buoy_page_is_address (const char *text);

/* What is given to @location: = "…", .href = '…', .replace ("…"), .assign (`…`); (transfer full), NULL. */
char *buoy_page_given_address (const char *location, const char *end);

/* The address in the first string behind a call; (transfer full), NULL. */
char *buoy_page_called_address (const char *call, const char *end);
