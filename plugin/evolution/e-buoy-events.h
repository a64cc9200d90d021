/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Events for the organisation (client/events), which a policy may switch on.
 */
#pragma once

#include "e-buoy-actions.h"
#include "events/buoy-event.h"

/* About the message of @analysis (nullable), and the link @uri (nullable). */
void e_buoy_events_send (EBuoyAnalysis *analysis, BuoyEventKind kind, const char *uri);

/* The banner over @part_list is shown; each message counts once. */
void e_buoy_events_send_shown (EBuoyAnalysis *analysis, EMailPartList *part_list);

/* Sends such an event about the message of @offer whenever the reader uses @action. */
void e_buoy_events_follow (const EBuoyOffer *offer, GSimpleAction *action, BuoyEventKind kind);
