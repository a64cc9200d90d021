/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The gravest facts of a notice, cut short for a banner.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* It has nothing to say yet, and no stop for the keyboard. */
GtkWidget *buoy_fact_list_new (void);

/* Makes the rows beforehand. */
void buoy_fact_list_prepare (GtkWidget *list);

/* The rows that are there are used again: to make them costs more than to fill them. */
void buoy_fact_list_set (GtkWidget *list, BuoyNotice *notice);
