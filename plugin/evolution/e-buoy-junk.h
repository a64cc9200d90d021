/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Marking a message as junk.
 */
#pragma once

#include "e-buoy-actions.h"

/* Whether the message of @part_list is in a folder and not junk yet. */
gboolean e_buoy_junk_can_mark (EMailPartList *part_list);

/* Adds the action of the banner's button, if the message can be marked. */
void e_buoy_junk_offer (const EBuoyOffer *offer);

/* Marks the message as junk, whichever message is shown, and trains the junk filter. */
void e_buoy_junk_mark (CamelFolder *folder, const char *uid);
