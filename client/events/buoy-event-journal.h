/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * journald, by the fields that its readers filter by.
 */
#pragma once

#include "events/buoy-event.h"

/* FALSE if there is no journal. */
gboolean buoy_event_journal_send (const BuoyEvent *event);
