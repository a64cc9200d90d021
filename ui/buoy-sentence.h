/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Labels for text that wraps.
 */
#pragma once

#include <gtk/gtk.h>

/* Makes @label left-aligned and wrapping, without hyphens. */
void buoy_label_wrap (GtkLabel *label);

/* Makes Pango break words without inserting a hyphen, which would turn a host into another one. */
void buoy_attributes_forbid_hyphens (PangoAttrList *attributes);

/* Has hosts in @text break only after their dots: a hyphen at the end of a line looks like one that the line has
 * brought. Very long labels break anywhere, as they may be wider than the window.
 */
void buoy_attributes_keep_labels (PangoAttrList *attributes, const char *text);

/* Shortens the text of a wrapping @label to @n_lines, or shows all of it if 0. */
void buoy_label_limit (GtkLabel *label, int n_lines);

/* A left-aligned label that wraps; @text is never markup, and may be NULL. */
GtkWidget *buoy_label_new (const char *text, PangoWeight weight);

/* Like buoy_label_wrap(), but keeps a minimum width of a word or two, for long text. */
void buoy_sentence_wrap (GtkLabel *label);

/* Like buoy_label_new(), for long text. */
GtkWidget *buoy_sentence_new (const char *text, PangoWeight weight);
