/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The path, query and fragment states of the URL parser: segments, dots, Windows drive letters (URL standard §4.4).
 */
#pragma once

#include "base/url/buoy-url-private.h"

/* ".." removes the last segment, but not the drive letter of a file URL. */
void buoy_path_shorten (GString *path, gboolean is_file);

void buoy_path_parse (GString *path, const char *text, gsize length, gboolean special, gboolean is_file);

/* "/", and "\\" in special schemes. */
gboolean buoy_url_is_slash (const BuoyUrlParser *parser, char c);

void buoy_url_parse_path (BuoyUrlParser *parser);

/* Parses the query and the fragment, from a "?" or "#" on. */
void buoy_url_parse_query (BuoyUrlParser *parser);
