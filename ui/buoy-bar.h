/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What every bar over a message is made of.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

#define BUOY_BAR_SPACING 6

/* A bar in the colours of @level, neutral for none, with @icon at the start and @content beside it. A screen reader
 * says @name when it appears.
 */
GtkWidget *buoy_bar_new (BuoyLevel level, GtkWidget *icon, GtkWidget *content, const char *name);
