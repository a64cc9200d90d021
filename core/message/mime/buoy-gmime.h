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
