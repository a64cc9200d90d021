/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The details list all servers that would be asked, before the lookup starts.
 */
#include "config.h"

#include "e-buoy-lookup.h"

#include <glib/gi18n-lib.h>

#include "buoy-buttons.h"
#include "buoy-details.h"
#include "e-buoy-settings.h"

static void
show_questions (EMailDisplay *display)
{
  EMailPartList *part_list = e_mail_display_get_part_list (display);
  EBuoyAnalysis *analysis = part_list != NULL ? e_buoy_analysis_peek (part_list) : NULL;
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (display));

  if (analysis != NULL && e_buoy_analysis_get_notice (analysis) != NULL)
    buoy_details_present (e_buoy_analysis_get_inquiry (analysis), GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL);
}

void
e_buoy_lookup_offer (const EBuoyOffer *offer)
{
  g_autoptr (GMenu) menu = NULL;

  if (e_buoy_settings_get_lookups () == E_BUOY_LOOKUPS_OFF || !e_buoy_analysis_can_look_up (offer->analysis))
    return;
  menu = g_menu_new ();
  e_buoy_actions_add (offer, "look-up", G_CALLBACK (show_questions), G_OBJECT (offer->display));
  /* Translators: an entry of a menu. */
  g_menu_append (menu, _ ("Look Up the Sender and Suspect Domains…"), BUOY_ACTIONS ".look-up");
  g_menu_append_section (offer->menu, NULL, G_MENU_MODEL (menu));
}
