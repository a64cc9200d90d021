/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts about the organisation's policy.
 */
#pragma once

#include <gio/gio.h>

/* The errors in policy files, a few lines; NULL if there are none. (transfer full) (nullable) */
char *buoy_policy_words_tell_faults (GSettings *settings);

/* States that the organisation collects events, and what they contain; NULL if it does not. (nullable) */
const char *buoy_policy_words_tell_events (GSettings *settings);
