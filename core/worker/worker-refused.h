/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The messages whose analysis crashed or did not end. They would do so again, each time they are opened.
 */
#pragma once

#include <glib.h>

/* Any thread may call these. */

/* Remembers that the @task on @message ended with @error, a BuoyError. */
void buoy_worker_refuse (GBytes *message, guint task, int error);

/* Whether it is remembered, and why. */
gboolean buoy_worker_refuses (GBytes *message, guint task, int *out_error);

/* Forgets all of them; for tests. */
void buoy_worker_refuse_none (void);
