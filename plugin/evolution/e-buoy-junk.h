/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Marking a message as junk.
 */
#pragma once

#include "e-buoy-actions.h"

/* The action of the banner's button, where the message lies in a folder and isn't junk yet. */
void e_buoy_junk_offer (const EBuoyOffer *offer);

gboolean e_buoy_junk_is (CamelFolder *folder, const char *uid);

/* Marks this very message, whatever is shown meanwhile, and teaches the junk filter. */
void e_buoy_junk_mark (CamelFolder *folder, const char *uid);
