/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a client calls when something happens that an organisation may want to know.
 */
#pragma once

#include <gio/gio.h>

#include "events/buoy-event.h"

/* Whether the organisation gets events, so that the reader is told. @organisation is nullable. */
gboolean buoy_events_are_on (GSettings *organisation);

/* Sends an event, as the settings of the @organisation (nullable) say; does nothing if they do not. Never waits.
 * @verdict and @uri are nullable.
 */
void buoy_events_send (GSettings *organisation, BuoyEventKind kind, BuoyVerdict *verdict, const char *uri);

/* Waits until everything is written. */
void buoy_events_flush (void);
