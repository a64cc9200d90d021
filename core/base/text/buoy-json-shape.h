/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A look at JSON of a stranger before a parser sees it: json-glib 1.6 calls itself for each bracket, so that 100 kB of
 * "[" end the program.
 */
#pragma once

#include <glib.h>

#define BUOY_MAX_JSON_DEPTH 64 /* brackets within brackets; answers of registries have fifteen */

/**
 * buoy_json_is_shallow:
 * @text: (array length=length) (element-type guint8): any bytes
 * @length: their number
 *
 * Looks for what no parser should be given: arrays and objects more than %BUOY_MAX_JSON_DEPTH deep, and characters
 * between values that RFC 8259 has not (json-glib also reads comments and 'single quotes', in which brackets and quotes
 * could be hidden from this look). What passes can still be no JSON.
 *
 * Returns: whether a parser may read it
 */
gboolean buoy_json_is_shallow (const char *text, gsize length);
