/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The client's messages are read by bellbuoy-worker, each in a process without rights.
 */
#pragma once

#include <gio/gio.h>

/* From now on; before the first message. */
void buoy_isolation_begin (void);

/* Tells the organisation of @settings when that program ends by itself. They are kept. Main thread. */
void buoy_isolation_report (GSettings *settings);
