/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A check, to be switched off.
 */
#pragma once

#include <gtk/gtk.h>

#include "bellbuoy.h"

#define BUOY_TYPE_CHECK_TOGGLE (buoy_check_toggle_get_type ())
G_DECLARE_FINAL_TYPE (BuoyCheckToggle, buoy_check_toggle, BUOY, CHECK_TOGGLE, GtkCheckButton)

/* @check must live as long, as those of the check table do. */
GtkWidget *buoy_check_toggle_new (GSettings *settings, const BuoyCheck *check);
