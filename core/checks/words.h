/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Words that checks look for. All of them are in the form of buoy_text_fold().
 */
#pragma once

#include <glib.h>

/* The first of the NULL-terminated @words that stands in @folded, Latin ones at word borders; NULL. Each word has three
 * bytes at least.
 */
const char *buoy_words_find (const char *folded, const char *const *words);

/* Whether @text holds a number of @min to @max digits, with the marks between them at most that stand in telephone and
 * account numbers.
 */
gboolean buoy_words_hold_number (const char *text, guint min, guint max);
