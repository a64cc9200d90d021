/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Converts the charsets of mail to UTF-8, even if the label is missing, unknown or wrong.
 */
#pragma once

#include "base/buoy-budget.h"

/* @bytes in @charset (nullable) as valid UTF-8. Sets *@out_guessed if @charset did not match; never NULL. The text
 * ends where @budget (nullable) is spent.
 */
char *buoy_charset_decode (const char *bytes, gsize length, const char *charset, BuoyBudget *budget,
                           gboolean *out_guessed);

/* @bytes in exactly @charset, whatever they look like, with U+FFFD for what is invalid; NULL if the charset is
 * unknown.
 */
char *buoy_charset_convert (const char *bytes, gsize length, const char *charset, BuoyBudget *budget);

/* Whether there is an escape sequence of ISO 2022 in @bytes. */
gboolean buoy_charset_has_escapes (const char *bytes, gsize length);

/* A raw header value without a declared charset: UTF-8, ISO-2022-JP, EUC-JP, CP932, windows-1252. */
char *buoy_charset_decode_header (const char *raw);
