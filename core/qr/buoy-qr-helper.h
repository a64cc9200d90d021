/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The program that decodes pictures: one for all of this process, started for the first picture, and again where it has
 * ended.
 */
#pragma once

#include <glib.h>

/* Hands it the file @picture, which begins at its current place and may cost @budget. Its answer comes on the socket
 * that this returns, one packet; to close the socket ends the work at once. -1 where there is no such program. Any
 * thread.
 */
int buoy_qr_helper_ask (int picture, guint64 budget);

/* Whether the program that was asked is gone; the next request starts another. */
gboolean buoy_qr_helper_has_ended (void);
