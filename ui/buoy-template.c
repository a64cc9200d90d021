/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Uses our own resource directly instead of the registered ones: the linker may drop a static library's constructor,
 * which registers it.
 */
#include "config.h"

#include "buoy-template.h"

#include "buoy-ui-resources.h"

#define FOLDER "/org/bellbuoy/ui/"

void
buoy_template_set (GtkWidgetClass *widget_class, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (buoy_ui_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message); /* the build lacks its own data */
  gtk_widget_class_set_template (widget_class, bytes);
}
