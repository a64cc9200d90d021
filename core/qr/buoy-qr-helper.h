/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The process that decodes pictures: one per process, started for the first picture, and again after it has exited.
 */
#pragma once

#include <glib.h>

/* Sends the helper the file @picture (from its current position), which may cost @budget. Returns the socket on which
 * the answer arrives as one packet; closing it cancels the work at once. -1 if there is no helper. Any thread.
 */
int buoy_qr_helper_ask (int picture, guint64 budget);

/* Whether the helper has exited; the next request starts another. */
gboolean buoy_qr_helper_has_ended (void);
