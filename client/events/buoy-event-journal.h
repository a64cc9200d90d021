/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sends events to journald, with fields to filter by.
 */
#pragma once

#include "events/buoy-event.h"

/* Returns FALSE if there is no journal. */
gboolean buoy_event_journal_send (const BuoyEvent *event);
