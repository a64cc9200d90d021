/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The client's messages are read by bellbuoy-worker, each in a process without rights. That program may end by itself.
 */
#pragma once

#include <gio/gio.h>

/* Tells the organisation of @settings, and notes for `bellbuoy doctor`, when that program ends by itself while @client
 * (BUOY_LAST_USE_…, static) runs. They are kept. Main thread.
 */
void buoy_isolation_report (GSettings *settings, const char *client);
