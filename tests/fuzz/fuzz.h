/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a fuzz target is: one function that takes any bytes and must come back from all of them.
 */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buoy-budget.h"

/* Of the steps of BuoyBudget, for each byte of an input. A loop that runs over the input once for each of its bytes
 * takes more on inputs of a few kilobytes: 2,000 steps a byte are ten seconds a megabyte.
 */
#define FUZZ_MAX_STEPS_A_BYTE 2000
#define FUZZ_FREE_STEPS (500 * 1000) /* what an input of no bytes may take: tables are gone through */

/* Always returns 0. libFuzzer calls it, or driver.c where there is none. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Ends the process where an input of @size bytes has cost too many steps, which are the same on every machine. */
static inline void
fuzz_assert_cheap (const BuoyBudget *budget, size_t size)
{
  g_assert_cmpuint (buoy_budget_get_n_steps (budget), <=, FUZZ_FREE_STEPS + (guint64) size * FUZZ_MAX_STEPS_A_BYTE);
}
