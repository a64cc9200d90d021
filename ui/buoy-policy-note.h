/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Errors in the organisation's policy, and whether the organisation collects events.
 */
#pragma once

#include <gtk/gtk.h>

GtkWidget *buoy_policy_note_new (GSettings *settings);
