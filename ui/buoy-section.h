/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A section of the details.
 */
#pragma once

#include <gtk/gtk.h>

/* A column below a heading, to which anything can be added. */
GtkWidget *buoy_section_new (const char *title);

void buoy_section_add_text (GtkWidget *section, const char *text);
