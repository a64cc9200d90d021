/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whom the reader knows: the address books, and those written to before.
 */
#pragma once

#include "bellbuoy.h"
#include "e-buoy-compat.h"

/* Reads them anew, in a worker, if that is due. Main thread. */
void e_buoy_people_refresh (void);

/* The last list and its number, another one for another list; waits a little for the first one. In a worker.
 * NULL and 0 if there is none yet. (transfer full)
 */
GPtrArray *e_buoy_people_wait (guint *out_serial);

void e_buoy_people_add (GPtrArray *people, BuoyContext *context);
