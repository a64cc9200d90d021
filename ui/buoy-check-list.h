/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All checks, to be switched off one by one.
 */
#pragma once

#include <gtk/gtk.h>

/* A check box for each row of the check table, with its words; what is off stands in "suppressed-checks". */
GtkWidget *buoy_check_list_new (GSettings *settings);
