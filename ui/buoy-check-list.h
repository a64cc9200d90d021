/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All checks, to be switched off individually.
 */
#pragma once

#include <gtk/gtk.h>

/* A check box for each row of the check table; disabled checks are stored in "suppressed-checks". */
GtkWidget *buoy_check_list_new (GSettings *settings);
