/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Called by clients when something happens that an organisation may want to know.
 */
#pragma once

#include <gio/gio.h>

#include "events/buoy-event.h"

/* Whether the organisation collects events, so that the reader can be informed. @organisation is nullable. */
gboolean buoy_events_are_on (GSettings *organisation);

/* Sends an event if the settings of @organisation (nullable) say so. Never blocks. @verdict and @uri are nullable. */
void buoy_events_send (GSettings *organisation, BuoyEventKind kind, BuoyVerdict *verdict, const char *uri);

/* Blocks until all queued events are written. */
void buoy_events_flush (void);
