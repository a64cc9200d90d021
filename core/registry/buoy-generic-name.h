/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Generic reverse names that providers give to their customers' addresses.
 */
#pragma once

#include <glib.h>

/* Whether @rdns (nullable) is such a name: it contains the address @ip, or a word such as "dynamic". */
gboolean buoy_generic_name_is (const char *rdns, const char *ip);
