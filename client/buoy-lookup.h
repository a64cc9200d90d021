/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * When to ask name servers and registries.
 */
#pragma once

#include "bellbuoy.h"

/* Whether lookups could add anything to @verdict. */
gboolean buoy_lookup_may_help (BuoyVerdict *verdict);
