/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Images drawn with characters (█▀▄) or table cells, which show a QR code without an image file.
 */
#pragma once

#include "message/buoy-message.h"

typedef struct _BuoyDrawing BuoyDrawing;

/* Drawings are added to the pictures of @message. */
BuoyDrawing *buoy_drawing_new (BuoyMessage *message);

/* Ends the last line. */
void buoy_drawing_free (BuoyDrawing *drawing);

/* Adds text, which may contain line breaks, with the given colours. */
void buoy_drawing_add_text (BuoyDrawing *drawing, const char *text, gboolean is_dark_text, gboolean is_dark_background);

/* Adds a cell without text, @n_columns wide. */
void buoy_drawing_add_cell (BuoyDrawing *drawing, gboolean is_dark, guint n_columns);

void buoy_drawing_end_line (BuoyDrawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyDrawing, buoy_drawing_free)
