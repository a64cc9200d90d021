/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's settings, as one page.
 */
#pragma once

#include "buoy-memory-model.h"

#include <gtk/gtk.h>

/* The page for @settings (schema org.bellbuoy.Bellbuoy) and for @memory. It scrolls. */
GtkWidget *buoy_preferences_new (GSettings *settings, BuoyMemoryModel *memory);
