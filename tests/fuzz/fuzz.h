/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a fuzz target is: one function that takes any bytes and must come back from all of them.
 */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* Always returns 0. libFuzzer calls it, or driver.c where there is none. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
