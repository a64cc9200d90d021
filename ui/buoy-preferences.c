/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One page: what the reader decides comes first, the most common settings at the top; then what an organisation usually
 * decides, under a heading of its own.
 */
#include "config.h"

#include "buoy-preferences.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"
#include "buoy-check-list.h"
#include "buoy-lock.h"
#include "buoy-memory-box.h"
#include "buoy-policy-note.h"
#include "buoy-preferences-part.h"
#include "buoy-section.h"
#include "buoy-style.h"
#include "buoy-text-setting.h"

#define SPACING BUOY_PREFERENCES_SPACING

typedef struct
{
  const char *key;
  const char *title;
  const char *explanation;
  const char *hint;
} TextRow;

static const TextRow texts[] = {
  { "organization-report-address", N_ ("Report address of your organisation"),
    N_ ("Reporting to this address is the first entry in a warning's menu. Nothing is sent "
        "automatically."),
    /* Translators: an example of an address. */
    N_ ("abuse@company.example") },
  { "lookup-gateway", N_ ("Your organisation’s cache for lookups"),
    N_ ("This server of your organisation is asked in place of the registries, so that they do not see who asks."),
    /* Translators: an example of an address of a server. */
    N_ ("https://lookups.company.example") },
};

static GtkWidget *
text_new (GSettings *settings, const TextRow *row)
{
  GtkWidget *entry = buoy_text_setting_new (settings, row->key, _ (row->title), _ (row->hint));

  return buoy_preferences_part_new (_ (row->title), _ (row->explanation), buoy_lock_new (entry, settings, row->key));
}

static GtkWidget *
checks_new (GSettings *settings)
{
  return buoy_preferences_part_new (_ ("Checks"), _ ("Checks that are off give no warning."),
                                    buoy_lock_new (buoy_check_list_new (settings), settings, "suppressed-checks"));
}

static GtkWidget *
memory_new (GSettings *settings, BuoyMemoryModel *memory)
{
  return buoy_preferences_part_new (
      _ ("Learning from your mail"),
      _ ("Your mail shows which servers receive it, so that their checks can be read, and which senders write to you "
         "and how their mail was confirmed, so that a forged message stands out. What is learned stays on this "
         "computer; of people's addresses only fingerprints are kept. Nothing is learned from junk or from deleted or "
         "sent messages, and from a message that you are warned about only that there was a warning. If a server is "
         "wrong, enter the right one below: it takes precedence."),
      buoy_memory_box_new (settings, memory));
}

static void
add_own (GtkContainer *column, GSettings *settings, BuoyMemoryModel *memory)
{
  gtk_container_add (column, buoy_preferences_warnings_new (settings));
  buoy_preferences_add_trust_lists (column, settings);
  gtk_container_add (column, memory_new (settings, memory));
  gtk_container_add (column, buoy_preferences_servers_new (settings));
  buoy_preferences_add_site_lists (column, settings);
  gtk_container_add (column, buoy_preferences_lookups_new (settings));
  gtk_container_add (column, checks_new (settings));
}

static void
add_organisation (GtkContainer *column, GSettings *settings)
{
  /* Translators: a heading, above settings that an organisation usually decides. */
  gtk_container_add (column, buoy_section_new (_ ("Your organisation")));
  buoy_preferences_add_organisation_lists (column, settings);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_container_add (column, text_new (settings, &texts[i]));
}

GtkWidget *
buoy_preferences_new (GSettings *settings, BuoyMemoryModel *memory)
{
  GtkWidget *page = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3 * SPACING);

  gtk_container_set_border_width (GTK_CONTAINER (column), 2 * SPACING);
  gtk_container_add (GTK_CONTAINER (column), buoy_policy_note_new (settings));
  add_own (GTK_CONTAINER (column), settings, memory);
  add_organisation (GTK_CONTAINER (column), settings);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (page), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  buoy_style_apply (page, "bellbuoy-page", BUOY_LEVEL_NONE);
  gtk_container_add (GTK_CONTAINER (page), column);
  gtk_widget_show_all (page);
  return page;
}
