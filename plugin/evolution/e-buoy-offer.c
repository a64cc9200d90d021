/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Helpers for adding a kind of action to the menu.
 */
#include "config.h"

#include "e-buoy-actions.h"

GSimpleAction *
e_buoy_actions_add (const EBuoyOffer *offer, const char *name, GCallback activate, gpointer owner)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", activate, owner, G_CONNECT_SWAPPED);
  g_action_map_add_action (offer->actions, G_ACTION (action));
  return action; /* owned by the map */
}
