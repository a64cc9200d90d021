/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It is on while its check's id does not stand in "suppressed-checks".
 */
#include "config.h"

#include "buoy-check-toggle.h"

#include <glib/gi18n-lib.h>

#include "buoy-sentence.h"
#include "buoy-setting-list.h"

#define KEY "suppressed-checks"

struct _BuoyCheckToggle
{
  GtkCheckButton parent;

  GSettings *settings;
  const BuoyCheck *check;
};

G_DEFINE_FINAL_TYPE (BuoyCheckToggle, buoy_check_toggle, GTK_TYPE_CHECK_BUTTON)

static void
buoy_check_toggle_toggled (GtkToggleButton *button)
{
  BuoyCheckToggle *self = BUOY_CHECK_TOGGLE (button);

  buoy_setting_list_set (self->settings, KEY, g_variant_new_string (buoy_check_get_id (self->check)),
                         !gtk_toggle_button_get_active (button));
}

static void
follow (BuoyCheckToggle *self)
{
  const gboolean off
      = buoy_setting_list_has (self->settings, KEY, g_variant_new_string (buoy_check_get_id (self->check)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), !off);
}

static void
buoy_check_toggle_finalize (GObject *object)
{
  g_object_unref (BUOY_CHECK_TOGGLE (object)->settings);
  G_OBJECT_CLASS (buoy_check_toggle_parent_class)->finalize (object);
}

static void
buoy_check_toggle_class_init (BuoyCheckToggleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = buoy_check_toggle_finalize;
  GTK_TOGGLE_BUTTON_CLASS (klass)->toggled = buoy_check_toggle_toggled;
}

static void
buoy_check_toggle_init (BuoyCheckToggle *self)
{
}

GtkWidget *
buoy_check_toggle_new (GSettings *settings, const BuoyCheck *check)
{
  BuoyCheckToggle *self = g_object_new (BUOY_TYPE_CHECK_TOGGLE, NULL);
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));

  self->settings = g_object_ref (settings);
  self->check = check;
  gtk_container_add (GTK_CONTAINER (self), buoy_label_new (_ (buoy_check_get_title (check)), PANGO_WEIGHT_NORMAL));
  atk_object_set_name (accessible, _ (buoy_check_get_title (check)));
  atk_object_set_description (accessible, _ (buoy_check_get_explanation (check)));
  follow (self);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
