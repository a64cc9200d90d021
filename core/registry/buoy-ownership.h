/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether two hosts have the same owner.
 */
#pragma once

#include <glib.h>

/* Whether the two hosts have the same registrable domain, or the same owner in the registry. FALSE if either is NULL.
 */
gboolean buoy_hosts_have_one_owner (const char *ascii_a, const char *ascii_b);
