/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evolution loads, unloads and reloads modules several times at start, and also in a process that only forwards a
 * command. So this only registers types, and starts nothing.
 */
#include "config.h"

#include <gmodule.h>

#include "e-buoy-display.h"
#include "e-buoy-preferences.h"
#include "e-buoy-start.h"

G_MODULE_EXPORT const char *g_module_check_init (GModule *module);
G_MODULE_EXPORT void e_module_load (GTypeModule *type_module);
G_MODULE_EXPORT void e_module_unload (GTypeModule *type_module);

/* Static types and workers outlive unloading, so the code has to stay. */
const char *
g_module_check_init (GModule *module)
{
  g_module_make_resident (module);
  return NULL;
}

void
e_module_load (GTypeModule *type_module)
{
  e_buoy_display_type_register (type_module);
  e_buoy_preferences_type_register (type_module);
  e_buoy_start_type_register (type_module);
}

void
e_module_unload (GTypeModule *type_module)
{
}
