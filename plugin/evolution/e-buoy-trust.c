/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Trust is stored in the settings, and the display follows them. Trust given in a message is remembered with the
 * message, so that it can be undone there.
 */
#include "config.h"

#include "e-buoy-trust.h"

#include <glib/gi18n-lib.h>

#include "buoy-buttons.h"
#include "buoy-setting-list.h"
#include "buoy-trust.h"
#include "e-buoy-events.h"
#include "e-buoy-settings.h"
#include "notice/buoy-feedback.h"
#include "notice/buoy-shown.h"

#define KEY "bellbuoy-trust"
#define MAX_SITES 3 /* menu entries */

/* What is trusted: a sender, or links to @site in the sender's mail. */
typedef struct
{
  EMailPartList *part_list; /* NULL if attached to the part list itself */
  char *sender;
  char *site; /* NULL */
} Trust;

static Trust *
trust_new (EMailPartList *part_list, const char *sender, const char *site)
{
  Trust *trust = g_new0 (Trust, 1);

  trust->part_list = part_list != NULL ? g_object_ref (part_list) : NULL;
  trust->sender = g_strdup (sender);
  trust->site = g_strdup (site);
  return trust;
}

static void
trust_free (gpointer data)
{
  Trust *trust = data;

  g_clear_object (&trust->part_list);
  g_free (trust->sender);
  g_free (trust->site);
  g_free (trust);
}

static const char *
key_of (const char *site)
{
  return site != NULL ? "trusted-links" : "trusted-senders";
}

static GVariant *
value_of (const Trust *trust)
{
  return trust->site != NULL ? g_variant_new ("(ss)", trust->sender, trust->site)
                             : g_variant_new_string (trust->sender);
}

static void
set_trust (const Trust *trust, gboolean given)
{
  buoy_setting_list_set (e_buoy_settings_get (), key_of (trust->site), value_of (trust), given);
}

/* Remembers it with the message before changing the settings, which displays the message again. */
static void
give (gpointer data)
{
  const Trust *trust = data;

  g_object_set_data_full (G_OBJECT (trust->part_list), KEY, trust_new (NULL, trust->sender, trust->site), trust_free);
  set_trust (trust, TRUE);
  e_buoy_events_send (NULL, BUOY_EVENT_TRUSTED, NULL);
}

static GtkWindow *
window_of (EMailDisplay *display)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (display));

  return GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL;
}

static void
ask (EMailDisplay *display, GVariant *parameter, GSimpleAction *action)
{
  const Trust *trust = g_object_get_data (G_OBJECT (action), KEY);

  buoy_trust_ask (window_of (display), trust->sender, trust->site, give,
                  trust_new (trust->part_list, trust->sender, trust->site), trust_free);
}

static void
explain (EMailDisplay *display, GVariant *parameter, GSimpleAction *action)
{
  buoy_question_tell (window_of (display), g_object_get_data (G_OBJECT (action), KEY));
}

static const Trust *
given_over (EMailPartList *part_list)
{
  const Trust *trust = g_object_get_data (G_OBJECT (part_list), KEY);

  if (trust == NULL || !buoy_setting_list_has (e_buoy_settings_get (), key_of (trust->site), value_of (trust)))
    return NULL;
  return trust;
}

static void
undo (EMailPartList *part_list)
{
  Trust *trust = g_object_steal_data (G_OBJECT (part_list), KEY);

  if (trust == NULL)
    return;
  set_trust (trust, FALSE);
  trust_free (trust);
}

/* Menus treat an underscore as a mnemonic. */
static void
append (GMenu *menu, const char *words, const char *name)
{
  g_autofree char *shown = buoy_shown_text (words);
  g_auto (GStrv) parts = g_strsplit (shown, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autofree char *detailed = g_strconcat (BUOY_ACTIONS ".", name, NULL);

  g_menu_append (menu, label, detailed);
}

static void
offer_trust (const EBuoyOffer *offer, GMenu *menu, const char *name, const char *words, const char *sender,
             const char *site)
{
  GSimpleAction *action;

  if (!g_settings_is_writable (e_buoy_settings_get (), key_of (site)))
    return;
  action = e_buoy_actions_add (offer, name, G_CALLBACK (ask), offer->display);
  g_object_set_data_full (G_OBJECT (action), KEY, trust_new (offer->part_list, sender, site), trust_free);
  append (menu, words, name);
}

static void
offer_sender (const EBuoyOffer *offer, GMenu *menu, const char *sender)
{
  /* Translators: an entry of a menu; %s is the domain of the sender. */
  g_autofree char *words = g_strdup_printf (_ ("Trust Mail from %s if Verified…"), sender);

  offer_trust (offer, menu, "trust-sender", words, sender, NULL);
}

static void
offer_sites (const EBuoyOffer *offer, GMenu *menu, BuoyVerdict *verdict, const char *sender)
{
  g_autoptr (GPtrArray) sites = buoy_verdict_get_trustable_links (verdict);

  for (guint i = 0; i < MIN (sites->len, MAX_SITES); i++)
    {
      const char *site = g_ptr_array_index (sites, i);
      g_autofree char *name = g_strdup_printf ("trust-site-%u", i);
      /* Translators: an entry of a menu; %s is the site that a link opens. */
      g_autofree char *words = g_strdup_printf (_ ("Accept Links to %s from This Sender…"), site);

      offer_trust (offer, menu, name, words, sender, site);
    }
}

static void
offer_reason (const EBuoyOffer *offer, GMenu *menu, BuoyVerdict *verdict)
{
  char *why = buoy_verdict_explain_trust (verdict);
  GSimpleAction *action;

  if (why == NULL)
    return;
  action = e_buoy_actions_add (offer, "explain-trust", G_CALLBACK (explain), offer->display);
  g_object_set_data_full (G_OBJECT (action), KEY, why, g_free);
  /* Translators: an entry of a menu. */
  append (menu, _ ("Why This Sender Cannot Be Marked as Trusted…"), "explain-trust");
}

void
e_buoy_trust_offer (const EBuoyOffer *offer)
{
  BuoyVerdict *verdict = e_buoy_analysis_get_verdict (offer->analysis);
  const char *sender = buoy_verdict_get_trustable_domain (verdict);
  g_autoptr (GMenu) menu = NULL;

  if (e_buoy_settings_get () == NULL)
    return;
  menu = g_menu_new ();
  if (sender != NULL)
    {
      offer_sender (offer, menu, sender);
      offer_sites (offer, menu, verdict, sender);
    }
  offer_reason (offer, menu, verdict);
  if (given_over (offer->part_list) != NULL)
    {
      e_buoy_actions_add (offer, BUOY_ACTION_UNDO_TRUST, G_CALLBACK (undo), offer->part_list);
      /* Translators: an entry of a menu: what was trusted over this message just now is not trusted any more. */
      append (menu, _ ("Undo the Trust Given Here"), BUOY_ACTION_UNDO_TRUST);
    }
  g_menu_append_section (offer->menu, NULL, G_MENU_MODEL (menu));
}

GtkWidget *
e_buoy_trust_bar_new (EMailPartList *part_list)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const EBuoyOffer offer = { .part_list = part_list, .actions = G_ACTION_MAP (group) };
  const Trust *trust = e_buoy_settings_get () != NULL ? given_over (part_list) : NULL;

  if (trust == NULL)
    return NULL;
  e_buoy_actions_add (&offer, BUOY_ACTION_UNDO_TRUST, G_CALLBACK (undo), part_list);
  return buoy_trust_bar_new (trust->sender, trust->site, G_ACTION_GROUP (group));
}
