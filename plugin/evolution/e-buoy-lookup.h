/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Looking up the sender.
 */
#pragma once

#include "e-buoy-actions.h"

/* Adds a menu entry if the settings allow lookups and there is something to look up. */
void e_buoy_lookup_offer (const EBuoyOffer *offer);
