/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the page of preferences is put together from.
 */
#pragma once

#include <gtk/gtk.h>

#define BUOY_PREFERENCES_SPACING 6

/* A heading and its content, with a sentence between them that explains it; NULL. */
GtkWidget *buoy_preferences_part_new (const char *title, const char *explanation, GtkWidget *content);

/* buoy-preferences-choices.c: a check button for a key, "b" */
GtkWidget *buoy_preferences_switch_new (GSettings *settings, const char *key, const char *title);

/* buoy-preferences-choices.c: when the reader is warned, and who is asked */
GtkWidget *buoy_preferences_warnings_new (GSettings *settings);
GtkWidget *buoy_preferences_lookups_new (GSettings *settings);

/* buoy-preferences-lists.c: whom the reader trusts, which sites are harmful, and what an organisation usually fills */
void buoy_preferences_add_trust_lists (GtkContainer *column, GSettings *settings);
void buoy_preferences_add_site_lists (GtkContainer *column, GSettings *settings);
void buoy_preferences_add_organisation_lists (GtkContainer *column, GSettings *settings);

/* buoy-preferences-lists.c: the servers that receive the reader's mail */
GtkWidget *buoy_preferences_servers_new (GSettings *settings);
