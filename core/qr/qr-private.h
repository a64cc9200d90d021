/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared parts of the QR helper.
 */
#pragma once

#include <glib.h>

#define QR_MARGIN 24 /* white pixels around a picture: a code needs a quiet zone (ISO/IEC 18004 §5.3.8) */
#define QR_MAX_PICTURE_BYTES (32 * 1024 * 1024) /* of an encoded picture; the client sends less */

typedef struct _QrFrames QrFrames;

typedef struct
{
  guchar *pixels; /* one byte each, row by row, 0 is black; NULL if nothing is shown */
  guint width;
  guint height;
  guint64 budget;     /* maximum cost; larger pictures are not decoded */
  guint64 cost;       /* cost so far */
  QrFrames *frames;   /* of an animation, (nullable) */
  gboolean is_unread; /* it may contain a code that was not looked for */
} QrPicture;

/* Spends of @picture's budget; FALSE if that does not suffice. */
static inline gboolean
qr_picture_spend (QrPicture *picture, guint64 cost)
{
  if (cost > picture->budget)
    return FALSE;
  picture->budget -= cost;
  picture->cost += cost;
  return TRUE;
}

/* Limits memory and open files, for children too. FALSE if that fails. */
gboolean qr_sandbox_limit (void);

/* Prepares the sandbox, once for all children; NULL if that fails. */
gpointer qr_sandbox_new (void);

/* Gives up all rights that neither the program nor its children need. FALSE if that fails. */
gboolean qr_sandbox_close_program (void);

/* In a child: limits CPU time; afterwards it can only compute and write. FALSE if that fails. */
gboolean qr_sandbox_close (gpointer sandbox);

/* In a child: sends the texts of the codes in the file @picture, which may cost @budget, to the socket @answer. FALSE
 * if that fails.
 */
gboolean qr_decode (gpointer sandbox, int picture, int answer, guint64 budget);

/* Loads everything that decoding needs from disk. */
void qr_picture_prepare (void);

/* Decodes a picture or a drawing within @picture's budget. Content that no mail program shows has no pixels. */
void qr_picture_read (const guchar *bytes, gsize length, QrPicture *picture);

/* Replaces the picture with the next animation frame; FALSE if there is none. */
gboolean qr_picture_next (QrPicture *picture);

/* Adds the texts of the codes in @picture (which is modified), each followed by a NUL byte. */
void qr_codes_read (QrPicture *picture, GString *texts);
