/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The list is made from the check table, so a new check needs no change here. Unknown identifiers, from another
 * version, are kept.
 */
#include "config.h"

#include "buoy-check-list.h"

#include "bellbuoy.h"
#include "buoy-sentence.h"
#include "buoy-style.h"
#include "buoy-word-toggle.h"

#define SPACING 6

/* A check that is off stands in the list. */
static GtkWidget *
toggle_new (GSettings *settings, const BuoyCheck *check)
{
  GtkWidget *toggle = buoy_word_toggle_new_inverse (settings, "suppressed-checks", buoy_check_get_id (check),
                                                    buoy_check_get_title (check));

  atk_object_set_description (gtk_widget_get_accessible (toggle), buoy_check_get_explanation (check));
  return toggle;
}

static GtkWidget *
explanation_new (const BuoyCheck *check)
{
  GtkWidget *label = buoy_label_new (buoy_check_get_explanation (check), PANGO_WEIGHT_NORMAL);

  buoy_style_apply (label, "bellbuoy-note", BUOY_LEVEL_NONE);
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
      gtk_container_add (GTK_CONTAINER (box), toggle_new (settings, check));
      gtk_container_add (GTK_CONTAINER (box), explanation_new (check));
    }
  return box;
}
