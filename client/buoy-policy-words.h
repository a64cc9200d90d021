/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader is told about the organisation's policy.
 */
#pragma once

#include <gio/gio.h>

/* The errors in policy files, some lines; NULL if there are none. (transfer full) (nullable) */
char *buoy_policy_words_tell_faults (GSettings *settings);

/* That the organisation gets events, and what they hold; NULL if it gets none. */
const char *buoy_policy_words_tell_events (GSettings *settings);
