/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A reader who has allowed lookups in the preferences has read there what is sent, so there is no further question.
 */
#include "config.h"

#include "e-buoy-lookup.h"

#include <glib/gi18n-lib.h>

#include "buoy-buttons.h"
#include "e-buoy-settings.h"

void
e_buoy_lookup_offer (const EBuoyOffer *offer)
{
  g_autoptr (GMenu) menu = NULL;

  if (e_buoy_settings_get_lookups () == E_BUOY_LOOKUPS_OFF || !e_buoy_analysis_can_look_up (offer->analysis))
    return;
  menu = g_menu_new ();
  e_buoy_actions_add (offer, "look-up", G_CALLBACK (e_buoy_analysis_look_up), G_OBJECT (offer->analysis));
  /* Translators: an entry of a menu. */
  g_menu_append (menu, _ ("Look up the sender and suspect domains"), BUOY_ACTIONS ".look-up");
  g_menu_append_section (offer->menu, NULL, G_MENU_MODEL (menu));
}
