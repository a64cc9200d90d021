/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a word with dots looks like a host to a reader.
 */
#pragma once

#include <glib.h>

/* Whether @written, a word with a dot that is followed by @following, is meant as a host. */
gboolean buoy_shown_host_is_likely (const char *written, char following);
