/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The check table is all that it knows of checks, so a new one needs nothing here. Ids that it doesn't know, of another
 * version, are kept.
 */
#include "config.h"

#include "buoy-check-list.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"
#include "buoy-facts.h"
#include "buoy-setting-list.h"
#include "buoy-sentence.h"

#define SPACING 6
#define KEY "suppressed-checks"

static gboolean
is_off (GSettings *settings, const BuoyCheck *check)
{
  return buoy_setting_list_has (settings, KEY, g_variant_new_string (buoy_check_get_id (check)));
}

static const BuoyCheck *
check_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "check");
}

static void
on_toggled (GtkWidget *button, GSettings *settings)
{
  const gboolean off = !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));

  buoy_setting_list_set (settings, KEY, g_variant_new_string (buoy_check_get_id (check_of (button))), off);
}

static void
follow (GtkWidget *button, const char *key, GSettings *settings)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), !is_off (settings, check_of (button)));
}

static GtkWidget *
button_new (GSettings *settings, const BuoyCheck *check)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_container_add (GTK_CONTAINER (button), buoy_label_new (_ (buoy_check_get_title (check)), PANGO_WEIGHT_NORMAL));
  atk_object_set_name (gtk_widget_get_accessible (button), _ (buoy_check_get_title (check)));
  atk_object_set_description (gtk_widget_get_accessible (button), _ (buoy_check_get_explanation (check)));
  g_object_set_data (G_OBJECT (button), "check", (gpointer) check);
  follow (button, KEY, settings);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), settings, 0);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (follow), button, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
explanation_new (const BuoyCheck *check)
{
  GtkWidget *label = buoy_label_new (_ (buoy_check_get_explanation (check)), PANGO_WEIGHT_NORMAL);

  gtk_style_context_add_class (gtk_widget_get_style_context (label), GTK_STYLE_CLASS_DIM_LABEL);
  gtk_widget_set_margin_start (label, 4 * SPACING);
  return label;
}

GtkWidget *
buoy_check_list_new (GSettings *settings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  const BuoyCheck *check;

  for (guint i = 0; (check = buoy_check_get_nth (i)) != NULL; i++)
    {
      gtk_container_add (GTK_CONTAINER (box), button_new (settings, check));
      gtk_container_add (GTK_CONTAINER (box), explanation_new (check));
    }
  return box;
}
