/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An event as one line of JSON.
 */
#pragma once

#include "events/buoy-event.h"

/* @format: "ocsf", "ecs" or "plain". Returns a line without a newline. (transfer full) */
char *buoy_event_to_json (const BuoyEvent *event, const char *format);
