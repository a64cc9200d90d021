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

/* Initialises GMime once; any thread. */
void buoy_gmime_init (void);

/* (transfer full), one for all messages of one scan: warnings are added to @anomalies, of char *. */
GMimeParserOptions *buoy_gmime_options_new (GPtrArray *anomalies);

/* The date of a header field (RFC 5322 §3.3); NULL if there is none, or if it is of no year in UTC that RFC 3339 can
 * write: the sender's time zone can move the last day of 9999 into the next one. (transfer full)
 */
GDateTime *buoy_gmime_read_date (const char *text);
