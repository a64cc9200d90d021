/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Converts the charsets of mail to UTF-8, even if the label is missing, unknown or wrong.
 */
#pragma once

#include "base/buoy-budget.h"

/* Converts @bytes from @charset (nullable) to valid UTF-8. Sets *@out_guessed to TRUE if @charset did not match. The
 * text ends where @budget (nullable) is spent.
 *
 * Returns: (transfer full): the text
 */
char *buoy_charset_decode (const char *bytes, gsize length, const char *charset, BuoyBudget *budget,
                           gboolean *out_guessed);

/* Converts @bytes from exactly @charset, whatever they look like, with U+FFFD for each invalid byte. NULL if the
 * charset is unknown.
 */
char *buoy_charset_convert (const char *bytes, gsize length, const char *charset, BuoyBudget *budget);

/* Whether text labelled @charset is converted rather than guessed. */
gboolean buoy_charset_is_known (const char *charset);

/* Whether there is an escape sequence of ISO 2022 in @bytes. */
gboolean buoy_charset_has_escapes (const char *bytes, gsize length);

/* Converts a raw header value without a declared charset: ISO-2022-JP, UTF-8, EUC-JP, CP932, GB18030 or windows-1252,
 * whichever fits first.
 */
char *buoy_charset_decode_header (const char *raw);
