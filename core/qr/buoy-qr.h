/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts of QR codes in pictures, decoded in a separate process.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_QR_MAX_TEXT_BYTES (64 * 1024) /* of all codes in a picture; a code holds 3 KB */

#define BUOY_QR_MAX_COST_DIGITS 20 /* of a guint64 */

/* The first byte of an answer; it is followed by the picture's cost in digits and a NUL byte. */
#define BUOY_QR_WHOLE '+' /* all texts of the picture are in it */
#define BUOY_QR_CUT '-'   /* there may be more */

/* The maximum cost of all pictures in a message. The unit is a pixel of a JPEG, about 15 ns: 1.5 s at worst, for five
 * photographs of 12 megapixels, or a hundred logos.
 */
#define BUOY_QR_BUDGET (100 * 1000 * 1000)

/* Wall-clock limit per picture. Its decoder has one second of CPU time, which can take this long under load. */
#define BUOY_QR_MAX_PICTURE_US (10 * G_USEC_PER_SEC)

/* Shared by the pictures of one message. */
typedef struct
{
  gint64 deadline; /* of the monotonic clock */
  guint64 budget;  /* what is left of BUOY_QR_BUDGET */
  GCancellable *cancellable;
} BuoyQrWork;

/* Adds the texts (char *, valid UTF-8) of all codes in @pictures (GBytes) to @texts, small pictures first. FALSE if not
 * all of them could be examined: there is no helper, a picture took too long, crashed its decoder, has an unsupported
 * format, or costs more than is left in @work. Texts found until then are kept. Returns by the deadline, and within 20
 * ms of cancellation; any thread.
 */
gboolean buoy_qr_read (const GPtrArray *pictures, BuoyQrWork *work, GPtrArray *texts);
