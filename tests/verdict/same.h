/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether two verdicts tell the same to a host.
 */
#pragma once

#include "verdict/buoy-verdict-private.h"

/* Compares what every public function returns for them. */
void assert_same (BuoyVerdict *verdict, BuoyVerdict *other);
