/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The texts of QR codes in pictures, decoded by a program of its own.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_QR_MAX_TEXT_BYTES (64 * 1024) /* of all codes; one holds 3 KB */

/* Adds the texts (char *, valid UTF-8) of all codes in @pictures (GBytes) to @texts. FALSE where they could not be
 * looked at: the program is not there, was stopped, or took too long. Blocks up to five seconds; any thread.
 */
gboolean buoy_qr_read (const GPtrArray *pictures, GCancellable *cancellable, GPtrArray *texts);
