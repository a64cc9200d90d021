/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether two hosts belong together.
 */
#pragma once

#include <glib.h>

/* Whether the two hosts have one registrable domain, or one owner in the registry. NULL belongs to nobody. */
gboolean buoy_hosts_have_one_owner (const char *ascii_a, const char *ascii_b);
