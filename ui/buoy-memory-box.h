/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The part of the preferences about what is learned from mail.
 */
#pragma once

#include "buoy-memory-model.h"

#include <gtk/gtk.h>

/* The switch, what is known, learning from existing mail, and deleting what was learned. */
#define BUOY_TYPE_MEMORY_BOX (buoy_memory_box_get_type ())
G_DECLARE_FINAL_TYPE (BuoyMemoryBox, buoy_memory_box, BUOY, MEMORY_BOX, GtkBox)

GtkWidget *buoy_memory_box_new (GSettings *settings, BuoyMemoryModel *model);
