/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a word with dots is a host to a reader.
 */
#pragma once

#include <glib.h>

/* Whether @written, a word with a dot before the character @following, is meant as a host. */
gboolean buoy_shown_host_is_likely (const char *written, char following);
