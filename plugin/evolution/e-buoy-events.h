/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Events for the organisation (client/events), which a policy may switch on.
 */
#pragma once

#include "e-buoy-actions.h"
#include "events/buoy-event.h"

/* Sends an event about the message of @analysis (nullable), and the link @uri (nullable). */
void e_buoy_events_send (EBuoyAnalysis *analysis, BuoyEventKind kind, const char *uri);

/* Sends the event that the banner for @part_list is shown, once per message. */
void e_buoy_events_send_shown (EBuoyAnalysis *analysis, EMailPartList *part_list);

/* Sends an event about the message of @offer each time the reader uses @action. */
void e_buoy_events_follow (const EBuoyOffer *offer, GSimpleAction *action, BuoyEventKind kind);
