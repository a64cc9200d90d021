/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A section of the details.
 */
#pragma once

#include <gtk/gtk.h>

/* A column below a heading, to which anything can be added. */
#define BUOY_TYPE_SECTION (buoy_section_get_type ())
G_DECLARE_FINAL_TYPE (BuoySection, buoy_section, BUOY, SECTION, GtkBox)

GtkWidget *buoy_section_new (const char *title);

/* Adds @text as a paragraph that can be selected. */
void buoy_section_add_text (BuoySection *self, const char *text);
