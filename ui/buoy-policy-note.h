/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is wrong with the organisation's policy, if anything is, and whether the organisation gets events.
 */
#pragma once

#include <gtk/gtk.h>

GtkWidget *buoy_policy_note_new (GSettings *settings);
