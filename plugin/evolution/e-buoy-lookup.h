/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Asking the sender's name servers.
 */
#pragma once

#include "e-buoy-actions.h"

/* An entry to ask, where the settings allow it and there is something to ask. */
void e_buoy_lookup_offer (const EBuoyOffer *offer);
