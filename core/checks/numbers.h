/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Numbers in texts.
 */
#pragma once

#include <glib.h>

/* Whether @text contains a number of @min to @max digits, with only the separators of telephone and account numbers
 * within.
 */
gboolean buoy_numbers_hold (const char *text, guint min, guint max);
