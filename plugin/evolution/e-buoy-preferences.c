/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The shell extension that registers the page; the page itself is created when it is opened.
 */
#include "config.h"

#include "e-buoy-preferences.h"

#include <glib/gi18n-lib.h>

#include "buoy-preferences.h"
#include "e-buoy-memory-page.h"
#include "e-buoy-settings.h"
#include "notice/buoy-text-domain.h"

#define SORT_ORDER 350 /* between mail (300) and composer (400) */

struct _EBuoyPreferences
{
  EExtension parent;
};

G_DEFINE_DYNAMIC_TYPE (EBuoyPreferences, e_buoy_preferences, E_TYPE_EXTENSION)

static GtkWidget *
create_page (EPreferencesWindow *window)
{
  g_autoptr (BuoyMemoryModel) memory = e_buoy_memory_page_new ();

  return buoy_preferences_new (e_buoy_settings_get (), memory);
}

static void
e_buoy_preferences_constructed (GObject *object)
{
  EShell *shell = E_SHELL (e_extension_get_extensible (E_EXTENSION (object)));
  GtkWidget *window = e_shell_get_preferences_window (shell);

  G_OBJECT_CLASS (e_buoy_preferences_parent_class)->constructed (object);

  if (window == NULL || e_buoy_settings_get () == NULL)
    return;
  buoy_notice_bind_domain ();
  e_preferences_window_add_page (E_PREFERENCES_WINDOW (window), "bellbuoy", "dialog-warning",
                                 /* Translators: the name of a page of preferences; one or two words. */
                                 _ ("Deceptive Mail (Bellbuoy)"), NULL, create_page, SORT_ORDER);
}

static void
e_buoy_preferences_class_init (EBuoyPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = e_buoy_preferences_constructed;
  E_EXTENSION_CLASS (klass)->extensible_type = E_TYPE_SHELL;
}

static void
e_buoy_preferences_class_finalize (EBuoyPreferencesClass *klass)
{
}

static void
e_buoy_preferences_init (EBuoyPreferences *self)
{
}

void
e_buoy_preferences_type_register (GTypeModule *type_module)
{
  e_buoy_preferences_register_type (type_module);
}
