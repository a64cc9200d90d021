/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A setting locked by the organisation.
 */
#pragma once

#include <gtk/gtk.h>

/* Wraps @control, which is greyed out, with the reason below it, while @key is locked. */
GtkWidget *buoy_lock_new (GtkWidget *control, GSettings *settings, const char *key);
