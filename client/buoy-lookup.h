/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Asking name servers and registries.
 */
#pragma once

#include "bellbuoy.h"

/* Whether there is anything that they could still tell. */
gboolean buoy_lookup_may_help (BuoyVerdict *verdict);
