/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A shell also exists in a process that only forwards a command, but without windows.
 */
#include "config.h"

#include "e-buoy-start.h"

#include "e-buoy-look-back.h"

struct _EBuoyStart
{
  EExtension parent;
};

G_DEFINE_DYNAMIC_TYPE (EBuoyStart, e_buoy_start, E_TYPE_EXTENSION)

static void
e_buoy_start_constructed (GObject *object)
{
  G_OBJECT_CLASS (e_buoy_start_parent_class)->constructed (object);

  e_buoy_look_back_plan (E_SHELL (e_extension_get_extensible (E_EXTENSION (object))));
}

static void
e_buoy_start_class_init (EBuoyStartClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = e_buoy_start_constructed;
  E_EXTENSION_CLASS (klass)->extensible_type = E_TYPE_SHELL;
}

static void
e_buoy_start_class_finalize (EBuoyStartClass *klass)
{
}

static void
e_buoy_start_init (EBuoyStart *self)
{
}

void
e_buoy_start_type_register (GTypeModule *type_module)
{
  e_buoy_start_register_type (type_module);
}
