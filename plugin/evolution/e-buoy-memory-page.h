/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The memory in the preferences. Main thread only.
 */
#pragma once

#include "buoy-memory-model.h"
#include "e-buoy-compat.h"

/* The model of the page, which updates itself. (transfer full) */
BuoyMemoryModel *e_buoy_memory_page_new (void);
