/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Promises of money from strangers.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* The phrase that promises the reader money or a share of a business. (nullable) */
const char *buoy_check_promise_of_money (const BuoyEvidence *evidence);
