/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The parts of the preferences page.
 */
#pragma once

#include <gtk/gtk.h>

#define BUOY_PREFERENCES_SPACING 6

/* A heading and its content, with @explanation (nullable) between them. */
GtkWidget *buoy_preferences_part_new (const char *title, const char *explanation, GtkWidget *content);

/* buoy-preferences-choices.c: a check button for a key, "b" */
GtkWidget *buoy_preferences_switch_new (GSettings *settings, const char *key, const char *title);

/* buoy-preferences-choices.c: when to warn the reader, and which lookups to make */
GtkWidget *buoy_preferences_warnings_new (GSettings *settings);
GtkWidget *buoy_preferences_lookups_new (GSettings *settings);

/* buoy-preferences-lists.c: trusted senders and links, harmful sites, and what organisations usually set */
void buoy_preferences_add_trust_lists (GtkContainer *column, GSettings *settings);
void buoy_preferences_add_site_lists (GtkContainer *column, GSettings *settings);
void buoy_preferences_add_organisation_lists (GtkContainer *column, GSettings *settings);

/* buoy-preferences-lists.c: the servers that receive the reader's mail */
GtkWidget *buoy_preferences_servers_new (GSettings *settings);
