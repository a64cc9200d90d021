/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The gravest facts of a notice, shortened for a banner.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

/* Initially empty; it does not take the keyboard focus. */
#define BUOY_TYPE_FACT_LIST (buoy_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (BuoyFactList, buoy_fact_list, BUOY, FACT_LIST, GtkGrid)

/* Creates the rows in advance. */
void buoy_fact_list_prepare (BuoyFactList *self);

/* Fills the existing rows, since creating them costs more. buoy_fact_list_limit() then shows those that are used. */
void buoy_fact_list_set (BuoyFactList *self, BuoyNotice *notice);

/* Shows at most @n_facts, each with at most @n_lines of evidence; its title is shortened to @title_lines, or shown
 * completely if 0.
 */
void buoy_fact_list_limit (BuoyFactList *self, guint n_facts, guint n_lines, int title_lines);
