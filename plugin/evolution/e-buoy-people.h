/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People the reader knows: address books and past addressees.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-compat.h"

/* Reads the list again in a worker if it is older than five minutes. Main thread only. */
void e_buoy_people_refresh (void);

/* The current list and its serial number, which changes with the list. Waits briefly for the first list; NULL and 0 if
 * there is none yet. Call it in a worker. (transfer full) (nullable)
 */
GPtrArray *e_buoy_people_wait (guint *out_serial);

void e_buoy_people_add (GPtrArray *people, BuoyContext *context);
