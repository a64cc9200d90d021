/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A setting that the organisation has fixed.
 */
#pragma once

#include <gtk/gtk.h>

/* @control, greyed and with the reason under it while @key is locked. */
GtkWidget *buoy_lock_new (GtkWidget *control, GSettings *settings, const char *key);
