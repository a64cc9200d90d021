/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pictures that are drawn out of letters (█▀▄) or cells of a table: the way to show a QR code without a picture.
 */
#pragma once

#include "message/buoy-message.h"

typedef struct _BuoyDrawing BuoyDrawing;

/* What is found is kept among the pictures of @message. */
BuoyDrawing *buoy_drawing_new (BuoyMessage *message);

/* The last line ends with it. */
void buoy_drawing_free (BuoyDrawing *drawing);

/* A piece of text, which may hold line ends, in that ink on that paper. */
void buoy_drawing_add_text (BuoyDrawing *drawing, const char *text, gboolean is_dark_text, gboolean is_dark_background);

/* A cell without text, @n_columns wide. */
void buoy_drawing_add_cell (BuoyDrawing *drawing, gboolean is_dark, guint n_columns);

void buoy_drawing_end_line (BuoyDrawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyDrawing, buoy_drawing_free)
