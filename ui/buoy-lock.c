/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Greyed out alone means "not now", so the reason is shown below.
 */
#include "config.h"

#include "buoy-lock.h"

#include <glib/gi18n-lib.h>

#include "buoy-facts.h"
#include "buoy-sentence.h"
#include "buoy-style.h"

#define SPACING 3

GtkWidget *
buoy_lock_new (GtkWidget *control, GSettings *settings, const char *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *reason = buoy_label_new (_ ("Managed by your organisation"), PANGO_WEIGHT_NORMAL);

  buoy_style_apply (reason, "bellbuoy-note", BUOY_LEVEL_NONE);
  gtk_widget_set_no_show_all (reason, TRUE);
  gtk_container_add (GTK_CONTAINER (box), control);
  gtk_container_add (GTK_CONTAINER (box), reason);
  g_settings_bind_writable (settings, key, control, "sensitive", FALSE);
  g_settings_bind_writable (settings, key, reason, "visible", TRUE);
  return box;
}
