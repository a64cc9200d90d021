/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of the program that decodes pictures.
 */
#pragma once

#include <glib.h>

#define QR_MARGIN 24 /* pixels of white around a picture: a code must not touch the edge (ISO/IEC 18004 §5.3.8) */
#define QR_MAX_PICTURE_BYTES (32 * 1024 * 1024) /* of a picture as it is stored; the other side sends less */

typedef struct _QrFrames QrFrames;

typedef struct
{
  guchar *pixels; /* one byte each, row by row, 0 is black; NULL where nothing is shown */
  guint width;
  guint height;
  guint64 budget;     /* what it may cost; larger pictures are not decoded */
  guint64 cost;       /* what it has cost */
  QrFrames *frames;   /* of an animation, (nullable) */
  gboolean is_unread; /* it may show a code that was not looked for */
} QrPicture;

/* Limits memory and files, of the children too. FALSE where that cannot be. */
gboolean qr_sandbox_limit (void);

/* What a child closes itself in with, made once for all of them; NULL where that cannot be. */
gpointer qr_sandbox_new (void);

/* In a child: limits its time; from here on it only computes and writes. FALSE where that cannot be. */
gboolean qr_sandbox_close (gpointer sandbox);

/* In a child: sends the texts of the codes in the file @picture, which may cost @budget, to the socket @answer. FALSE
 * where that cannot be.
 */
gboolean qr_decode (gpointer sandbox, int picture, int answer, guint64 budget);

/* Loads what decoding needs from the disk. */
void qr_picture_prepare (void);

/* Decodes a picture, or a drawing, within @picture's budget. What no mail program shows has no pixels. */
void qr_picture_read (const guchar *bytes, gsize length, QrPicture *picture);

/* The next frame of an animation in place of this one; FALSE where there is none. */
gboolean qr_picture_next (QrPicture *picture);

/* Adds the texts of the codes in @picture (changed by it), each with a null byte behind it. */
void qr_codes_read (QrPicture *picture, GString *texts);
