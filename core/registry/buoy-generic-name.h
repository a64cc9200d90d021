/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reverse names that a provider gives to its customers' lines.
 */
#pragma once

#include <glib.h>

/* Whether @rdns is a name out of a pool: it holds the address itself, or says "dynamic". */
gboolean buoy_generic_name_is (const char *rdns, const char *ip);
