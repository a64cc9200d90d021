/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Taken from our own resource and not by path from all that are registered: a static library's constructor may be
 * dropped by the linker.
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
    g_error ("%s", error->message); /* it was built without its own data */
  gtk_widget_class_set_template (widget_class, bytes);
}
