/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People the reader knows: address books and past addressees.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-compat.h"

/* Reads them again in a worker, if that is due. Main thread. */
void e_buoy_people_refresh (void);

/* The current list and its number, which changes with the list; waits briefly for the first one. In a worker. NULL and
 * 0 if there is none yet. (transfer full)
 */
GPtrArray *e_buoy_people_wait (guint *out_serial);

void e_buoy_people_add (GPtrArray *people, BuoyContext *context);
