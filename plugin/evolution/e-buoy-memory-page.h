/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the page of preferences shows of the memory. Main thread.
 */
#pragma once

#include "buoy-memory-model.h"
#include "e-buoy-compat.h"

/* The model of the page, which fills and follows itself; (transfer full). */
BuoyMemoryModel *e_buoy_memory_page_new (void);
