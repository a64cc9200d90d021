/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One fetches at a time: the timer, cron, and an administrator by hand.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_FETCH_LOCK "/var/lib/bellbuoy/fetch.lock"

/* A descriptor that holds the lock until it is closed; -1 with a BUOY_FETCH_ERROR if it cannot be had now. */
int buoy_fetch_lock_take (const char *root, GError **error);
