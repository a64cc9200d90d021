/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Remembers which servers asked us to wait (RFC 9110 §10.2.3, RFC 6585 §4), and limits concurrent requests.
 */
#pragma once

#include <gio/gio.h>

typedef struct _BuoyHttpWait BuoyHttpWait;

BuoyHttpWait *buoy_http_wait_new (void);
void buoy_http_wait_free (BuoyHttpWait *wait);

/* Remembers not to ask @host for as long as @retry_after says (seconds or a date; NULL: a minute). */
void buoy_http_wait_learn (BuoyHttpWait *wait, const char *host, const char *retry_after);

/* Whether @host may be asked now. */
gboolean buoy_http_wait_is_over (BuoyHttpWait *wait, const char *host);

/* Takes a slot for a request; FALSE if none becomes free by @deadline_us (monotonic). */
gboolean buoy_http_wait_enter (BuoyHttpWait *wait, gint64 deadline_us);
void buoy_http_wait_leave (BuoyHttpWait *wait);
