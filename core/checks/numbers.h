/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Numbers in texts.
 */
#pragma once

#include <glib.h>

/* Whether @text holds a number of @min to @max digits, with the marks between them at most that stand in telephone and
 * account numbers.
 */
gboolean buoy_numbers_hold (const char *text, guint min, guint max);
