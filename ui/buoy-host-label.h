/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A host as a person should read it.
 */
#pragma once

#include <gtk/gtk.h>

/* A label in which the registrable part of a host is emphasised; other text is shown unchanged. */
GtkWidget *buoy_host_label_new (const char *text, gboolean selectable);

void buoy_host_label_set (GtkWidget *label, const char *text);
