/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Converts the charsets of mail to UTF-8, even if the label is missing, unknown or wrong.
 */
#pragma once

#include <glib.h>

/* @bytes in @charset (nullable) as valid UTF-8. Sets *@out_guessed if @charset did not match; never NULL. */
char *buoy_charset_decode (const char *bytes, gsize length, const char *charset, gboolean *out_guessed);

/* A raw header value without a declared charset: UTF-8, ISO-2022-JP, EUC-JP, CP932, windows-1252. */
char *buoy_charset_decode_header (const char *raw);
