/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the system, an organisation's policy for Thunderbird and the reader have set, the first of them that counts.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "bellbuoy.h"
#include "events/buoy-event.h"

typedef struct _HostSettings HostSettings;

typedef void (*HostSettingsFunc) (gpointer user_data);

/* Calls @changed from an idle callback after any value or lock has changed. */
HostSettings *host_settings_new (HostSettingsFunc changed, gpointer user_data);
void host_settings_free (HostSettings *settings);

/* FALSE where the schema is not installed: then nothing can be set. */
gboolean host_settings_is_available (HostSettings *settings);

/* Goes up with every change. */
guint host_settings_get_serial (HostSettings *settings);

/* NULL for an unknown key; (transfer full) (nullable). */
GVariant *host_settings_get (HostSettings *settings, const char *key);
gboolean host_settings_is_locked (HostSettings *settings, const char *key);
gboolean host_settings_is (HostSettings *settings, const char *key, const char *value);
gboolean host_settings_is_on (HostSettings *settings, const char *key);
guint host_settings_get_number (HostSettings *settings, const char *key);
char *host_settings_dup_text (HostSettings *settings, const char *key);
BuoyLevel host_settings_get_level (HostSettings *settings);

/* The reader's own; @node null goes back to the default. FALSE where it is no value of @key. */
gboolean host_settings_set (HostSettings *settings, const char *key, JsonNode *node);

/* An entry of one of the lists goes in or out. */
gboolean host_settings_set_entry (HostSettings *settings, const char *key, GVariant *entry, gboolean present);

/* Replaces the policy by @values and appends to @ignored the names of those that are not valid. */
void host_settings_set_policy (HostSettings *settings, JsonObject *values, GPtrArray *ignored);

/* Sends an event about @verdict and the link @uri (both nullable) to the organisation, if a policy says so. */
void host_settings_send_event (HostSettings *settings, BuoyEventKind kind, BuoyVerdict *verdict, const char *uri);

/* Puts what is told of the policy into the language that has been set since, and reports its faults as events from then
 * on.
 */
void host_settings_set_language (HostSettings *settings);

/* The members "settings", "available", "policyTrouble" and "policyEvents". */
void host_settings_add (HostSettings *settings, JsonBuilder *answer);

/* What the analysis is told of them. */
void host_settings_fill_context (HostSettings *settings, BuoyContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostSettings, host_settings_free)
