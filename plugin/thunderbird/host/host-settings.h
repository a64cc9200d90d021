/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Settings of the system, of an organisation's policy for Thunderbird and of the reader, by precedence.
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

/* FALSE if the schema is not installed: nothing can be set. */
gboolean host_settings_is_available (HostSettings *settings);

/* A serial number that every change increases. */
guint host_settings_get_serial (HostSettings *settings);

/* NULL for an unknown key. (transfer full) (nullable) */
GVariant *host_settings_get (HostSettings *settings, const char *key);
gboolean host_settings_is_locked (HostSettings *settings, const char *key);
gboolean host_settings_is (HostSettings *settings, const char *key, const char *value);
gboolean host_settings_is_on (HostSettings *settings, const char *key);
guint host_settings_get_number (HostSettings *settings, const char *key);
char *host_settings_dup_text (HostSettings *settings, const char *key);
BuoyLevel host_settings_get_level (HostSettings *settings);

/* Sets the reader's value; null in @node restores the default. FALSE if it is not a valid value of @key. */
gboolean host_settings_set (HostSettings *settings, const char *key, JsonNode *node);

/* Adds an entry to a list, or removes it. */
gboolean host_settings_set_entry (HostSettings *settings, const char *key, GVariant *entry, gboolean present);

/* Replaces the policy by @values and appends to @ignored the names of those that are not valid. */
void host_settings_set_policy (HostSettings *settings, JsonObject *values, GPtrArray *ignored);

/* Sends an event about @verdict and the link @uri (both nullable) to the organisation, if a policy says so. */
void host_settings_send_event (HostSettings *settings, BuoyEventKind kind, BuoyVerdict *verdict, const char *uri);

/* Translates texts about the policy into the language that was set since, and reports its faults as events from then
 * on.
 */
void host_settings_set_language (HostSettings *settings);

/* Adds the members "settings", "available", "policyTrouble", "policyEvents" and "policySupport". */
void host_settings_add (HostSettings *settings, JsonBuilder *answer);

/* Adds the settings to @context. */
void host_settings_fill_context (HostSettings *settings, BuoyContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostSettings, host_settings_free)
