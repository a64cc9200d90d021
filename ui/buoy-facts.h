/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of a notice as widgets.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* A label that wraps and stands at the start of its line; @text is never markup. */
GtkWidget *buoy_label_new (const char *text, PangoWeight weight);

/* The title of a finding over at most @max_lines lines of its evidence: labels and values in two columns, which stand
 * under those of other facts that share @labels.
 */
GtkWidget *buoy_fact_new (BuoyNotice *notice, guint finding, guint max_lines, GtkSizeGroup *labels);
