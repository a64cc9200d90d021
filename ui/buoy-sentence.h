/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Labels for text that wraps.
 */
#pragma once

#include <gtk/gtk.h>

/* A left-aligned label that wraps; @text is never markup, and may be NULL. */
GtkWidget *buoy_label_new (const char *text, PangoWeight weight);

/* The same for long text: it never gets narrower than a word or two. */
GtkWidget *buoy_sentence_new (const char *text, PangoWeight weight);
