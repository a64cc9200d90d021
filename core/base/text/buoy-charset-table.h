/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Charsets of single bytes, as tables that are part of the program. The C library has a module for each, which
 * bellbuoy-worker would have to load before it knows what it needs; the more it loads, the longer each fork takes.
 */
#pragma once

#include <glib.h>

#define BUOY_CHARSET_NONE 0xffff /* in place of a character: there is none */

/* The characters of all bytes of @charset; NULL if it has others than single bytes, or is not known. */
const guint16 *buoy_charset_find_table (const char *charset);
