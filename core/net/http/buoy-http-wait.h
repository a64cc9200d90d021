/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Remembers which servers asked us to wait (RFC 9110 §10.2.3, RFC 6585 §4), and limits concurrent requests.
 */
#pragma once

#include <gio/gio.h>

typedef struct _BuoyHttpWait BuoyHttpWait;

BuoyHttpWait *buoy_http_wait_new (void);
void buoy_http_wait_free (BuoyHttpWait *wait);

/* Remembers not to ask @host for as long as @retry_after says (seconds or a date; NULL: a minute). @now_us: monotonic.
 */
void buoy_http_wait_learn (BuoyHttpWait *wait, const char *host, const char *retry_after, gint64 now_us);

/* The seconds until @host may be asked, rounded up; 0 if it may be asked at @now_us (monotonic). */
gint64 buoy_http_wait_get_seconds (BuoyHttpWait *wait, const char *host, gint64 now_us);

/* Takes a slot for a request; FALSE if none becomes free by @deadline_us (monotonic). */
gboolean buoy_http_wait_enter (BuoyHttpWait *wait, gint64 deadline_us);
void buoy_http_wait_leave (BuoyHttpWait *wait);
