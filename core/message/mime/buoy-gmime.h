/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GMime: initialised once, with lenient options that report anomalies.
 */
#pragma once

#include <gmime/gmime.h>

/* Missing from GMime 3.2. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParserOptions, g_mime_parser_options_free)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InternetAddressList, g_object_unref)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeContentDisposition, g_object_unref)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeContentType, g_object_unref)

/* Initialises GMime on the first call. Thread-safe. */
void buoy_gmime_init (void);

/* Returns: (transfer full): options for all messages of one scan, which add the parser's warnings to @anomalies, of
 * char *
 */
GMimeParserOptions *buoy_gmime_options_new (GPtrArray *anomalies);

/* Reads the date of a header field (RFC 5322 §3.3).
 *
 * Returns: (transfer full) (nullable): the date; NULL if it is invalid, or if RFC 3339 cannot express its year in UTC:
 * the sender's time zone can move the last day of 9999 into the next year
 */
GDateTime *buoy_gmime_read_date (const char *text);
