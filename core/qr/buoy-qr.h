/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The texts of QR codes in pictures, decoded by a program of its own.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_QR_MAX_TEXT_BYTES (64 * 1024) /* of all codes of a picture; one code holds 3 KB */

/* How an answer of the program begins. */
#define BUOY_QR_WHOLE '+' /* all texts of the picture are in it */
#define BUOY_QR_CUT '-'   /* there were more */

/* Adds the texts (char *, valid UTF-8) of all codes in @pictures (GBytes) to @texts. FALSE where not all of them could
 * be looked at: the program is not there, or one picture took too long or broke it, which costs the others nothing.
 * Blocks until @deadline (of the monotonic clock) at most, and ends when it is cancelled; any thread.
 */
gboolean buoy_qr_read (const GPtrArray *pictures, gint64 deadline, GCancellable *cancellable, GPtrArray *texts);
