/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of a notice as widgets.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* A line of evidence in @row: what it is, and beside it the value, which a screen reader reads with it. */
void buoy_line_add (GtkGrid *grid, int row, gboolean selectable);
void buoy_line_set (GtkGrid *grid, int row, const char *label, const char *value);

/* The title of a finding over its evidence as text that can be selected: labels and values in two columns, which stand
 * under those of other facts that share @labels.
 */
GtkWidget *buoy_fact_new (const BuoyNoticeFinding *finding, GtkSizeGroup *labels);
