/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The texts of QR codes in pictures, decoded by a program of its own.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_QR_MAX_TEXT_BYTES (64 * 1024) /* of all codes of a picture; one code holds 3 KB */

#define BUOY_QR_MAX_COST_DIGITS 20 /* of a guint64 */

/* How an answer of the program begins; what the picture has cost follows as digits, and a null byte. */
#define BUOY_QR_WHOLE '+' /* all texts of the picture are in it */
#define BUOY_QR_CUT '-'   /* there may be more */

/* What all pictures of a message may cost. The unit is a pixel of a JPEG picture, which takes some 15 ns: 1.5 s at
 * worst, for five photographs of 12 megapixels, or a hundred logos.
 */
#define BUOY_QR_BUDGET (100 * 1000 * 1000)

/* Of the monotonic clock, for one picture. Its decoder is allowed one second of the processor's time, which can take
 * this long where others work, too.
 */
#define BUOY_QR_MAX_PICTURE_US (5 * G_USEC_PER_SEC)

/* What the pictures of one message have in common. */
typedef struct
{
  gint64 deadline; /* of the monotonic clock */
  guint64 budget;  /* what is left of BUOY_QR_BUDGET */
  GCancellable *cancellable;
} BuoyQrWork;

/* Adds the texts (char *, valid UTF-8) of all codes in @pictures (GBytes) to @texts, picture by picture, small ones
 * first. FALSE where not all of them could be looked at: the program is not there, a picture took too long or broke it,
 * has a format that nobody here decodes, or costs more than is left of @work. What was found by then stays. Ends at the
 * deadline at most, and within 20 ms when it is cancelled; any thread.
 */
gboolean buoy_qr_read (const GPtrArray *pictures, BuoyQrWork *work, GPtrArray *texts);
