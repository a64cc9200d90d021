/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Asking the sender's name servers.
 */
#pragma once

#include "bellbuoy.h"

/* Whether there is a sender of whom they could tell more than the reader's mail provider did. */
gboolean buoy_lookup_may_help (BuoyVerdict *verdict);
