/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A host as a person should read it.
 */
#pragma once

#include <gtk/gtk.h>

#define BUOY_TYPE_HOST_LABEL (buoy_host_label_get_type ())
G_DECLARE_FINAL_TYPE (BuoyHostLabel, buoy_host_label, BUOY, HOST_LABEL, GtkLabel)

/* A label in which the registrable part of a host is emphasised; other text is shown unchanged. */
GtkWidget *buoy_host_label_new (const char *text, gboolean selectable);

void buoy_host_label_set (BuoyHostLabel *self, const char *text);
