/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parts of a notice as widgets.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* A line of evidence in @row: its label and its value, which screen readers read together. */
void buoy_line_add (GtkGrid *grid, int row, gboolean selectable);
void buoy_line_set (GtkGrid *grid, int row, const char *label, const char *value);

/* The title of a finding above its evidence as selectable text: labels and values in two columns, aligned with other
 * facts that share @labels.
 */
GtkWidget *buoy_fact_new (const BuoyNoticeFinding *finding, GtkSizeGroup *labels);
