/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From the charsets of mail to UTF-8, also where the charset is missing, unknown or a lie.
 */
#pragma once

#include <glib.h>

/* @bytes in @charset (nullable) as valid UTF-8. Sets *@out_guessed where @charset did not fit; never NULL. */
char *buoy_charset_decode (const char *bytes, gsize length, const char *charset, gboolean *out_guessed);

/* A raw header value, which has no charset of its own: UTF-8, ISO-2022-JP, EUC-JP, CP932, windows-1252. */
char *buoy_charset_decode_header (const char *raw);
