/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of a notice as widgets.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* A label that wraps and stands at the start of its line; @text is never markup. */
GtkWidget *buoy_label_new (const char *text, PangoWeight weight);

typedef enum
{
  BUOY_FACT_IN_BANNER, /* the first lines; no stop for the keyboard before the buttons */
  BUOY_FACT_IN_DETAILS /* every line, as text that can be selected */
} BuoyFactPlace;

/* The title of a finding over its evidence: labels and values in two columns, which stand under those of other facts
 * that share @labels.
 */
GtkWidget *buoy_fact_new (BuoyNotice *notice, guint finding, BuoyFactPlace place, GtkSizeGroup *labels);

/* The word of the level on its colour, and the headline beside it. */
GtkWidget *buoy_headline_new (BuoyNotice *notice);
