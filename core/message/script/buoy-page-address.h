/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Plain addresses in a script: those to which it redirects, which it opens, and to which it sends input.
 */
#pragma once

#include <glib.h>

/* Returns: (transfer full) (nullable): the first web address to which a script redirects or which it opens in a window
 */
char *buoy_page_find_address (const char *script);

#define BUOY_SCRIPT_LOCATION "location" /* what a script assigns to, or calls, to redirect */

/* The first @word of a script that is not the end of a longer word; NULL if there is none. */
const char *buoy_page_find_word (const char *text, const char *end, const char *word);

const char *buoy_page_skip_blanks (const char *p, const char *end);

/* Whether @text starts like an absolute web address, or one without a scheme. */
gboolean buoy_page_is_address (const char *text);

/* The address that is assigned to @location: = "…", .href = '…', .replace ("…"), .assign (`…`). (transfer full)
 * (nullable)
 */
char *buoy_page_given_address (const char *location, const char *end);

/* The first string argument of a call that is an address. (transfer full) (nullable) */
char *buoy_page_called_address (const char *call, const char *end);
