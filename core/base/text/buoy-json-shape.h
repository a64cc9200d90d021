/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Checks JSON from untrusted sources before it is parsed: json-glib 1.6 recurses for each bracket, so 100 kB of "["
 * would overflow the stack.
 */
#pragma once

#include <glib.h>

#define BUOY_MAX_JSON_DEPTH 64 /* nested brackets; registry responses have fifteen */

/**
 * buoy_json_is_shallow:
 * @text: (array length=length) (element-type guint8): any bytes
 * @length: their number
 *
 * Rejects what no parser should be given: arrays and objects nested more than %BUOY_MAX_JSON_DEPTH deep, and characters
 * between values that RFC 8259 does not allow (json-glib also accepts comments and 'single quotes', in which brackets
 * and quotes could be hidden). Text that passes may still be invalid JSON.
 *
 * Returns: whether a parser may read it
 */
gboolean buoy_json_is_shallow (const char *text, gsize length);
