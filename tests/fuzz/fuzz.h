/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A fuzz target: a function that takes any bytes and always returns.
 */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buoy-budget.h"

/* Budget steps per byte of input. A loop over the input for each of its bytes exceeds this on inputs of a few
 * kilobytes: 2,000 steps per byte are ten seconds per megabyte.
 */
#define FUZZ_MAX_STEPS_A_BYTE 2000
#define FUZZ_FREE_STEPS (500 * 1000) /* the allowance for empty input: reading tables */

/* Always returns 0. Called by libFuzzer, or by driver.c. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Aborts if an input of @size bytes has cost too many steps, which are the same on every machine. */
static inline void
fuzz_assert_cheap (const BuoyBudget *budget, size_t size)
{
  g_assert_cmpuint (buoy_budget_get_n_steps (budget), <=, FUZZ_FREE_STEPS + (guint64) size * FUZZ_MAX_STEPS_A_BYTE);
}
