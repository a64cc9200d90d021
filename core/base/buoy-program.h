/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Programs of ours that this one starts.
 */
#pragma once

#include <glib.h>

/* The program at @in_build_tree, below the root of a build tree, if this library or program stands in one; otherwise
 * @installed. The environment variable @variable takes precedence, for tests. (transfer full)
 */
char *buoy_program_find (const char *variable, const char *in_build_tree, const char *installed);
