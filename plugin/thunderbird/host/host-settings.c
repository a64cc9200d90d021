/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Precedence: what the system has locked (the organisation's policy files and dconf, below GSettings), then the policy
 * of Thunderbird's own, then the reader's values.
 */
#include "config.h"

#include "host-settings.h"

#include "buoy-isolation.h"
#include "buoy-last-use.h"
#include "buoy-policy-words.h"
#include "buoy-setting-list.h"
#include "buoy-settings-context.h"
#include "buoy-settings.h"
#include "events/buoy-events.h"
#include "host-answer.h"
#include "host-keys.h"
#include "policy/buoy-policy-backend.h"

struct _HostSettings
{
  GSettings *settings;     /* NULL without the schema */
  GSettings *organisation; /* the organisation's own settings; NULL without their schema */
  GHashTable *policy;      /* key to GVariant */
  guint serial;
  guint telling; /* idle source id, or 0 */
  HostSettingsFunc changed;
  gpointer user_data;
};

static gboolean
tell (gpointer data)
{
  HostSettings *self = data;

  self->telling = 0;
  self->changed (self->user_data);
  return G_SOURCE_REMOVE;
}

/* Coalesces several changes into one notification. */
static void
note_change (HostSettings *self)
{
  self->serial++;
  if (self->telling == 0)
    self->telling = g_idle_add (tell, self);
}

static void
follow (HostSettings *self, GSettings *settings)
{
  g_signal_connect_swapped (settings, "changed", G_CALLBACK (note_change), self);
  g_signal_connect_swapped (settings, "writable-changed", G_CALLBACK (note_change), self);
}

HostSettings *
host_settings_new (HostSettingsFunc changed, gpointer user_data)
{
  HostSettings *self = g_new0 (HostSettings, 1);

  self->settings = buoy_settings_open (g_settings_schema_source_get_default ());
  self->policy = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_variant_unref);
  self->changed = changed;
  self->user_data = user_data;
  if (self->settings == NULL)
    return self;
  buoy_isolation_report (self->settings, BUOY_LAST_USE_THUNDERBIRD);
  follow (self, self->settings);
  g_signal_connect_swapped (buoy_policy_of_settings (self->settings), "faults-changed", G_CALLBACK (note_change), self);
  self->organisation = buoy_settings_get_organisation (self->settings);
  if (self->organisation != NULL)
    follow (self, self->organisation);
  return self;
}

void
host_settings_free (HostSettings *self)
{
  g_clear_handle_id (&self->telling, g_source_remove);
  if (self->settings != NULL)
    {
      g_signal_handlers_disconnect_by_data (buoy_policy_of_settings (self->settings), self);
      g_signal_handlers_disconnect_by_data (self->settings, self);
    }
  if (self->organisation != NULL)
    g_signal_handlers_disconnect_by_data (self->organisation, self);
  g_clear_object (&self->settings);
  g_hash_table_unref (self->policy);
  g_free (self);
}

gboolean
host_settings_is_available (HostSettings *self)
{
  return self->settings != NULL;
}

guint
host_settings_get_serial (HostSettings *self)
{
  return self->serial;
}

void
host_settings_send_event (HostSettings *self, BuoyEventKind kind, BuoyVerdict *verdict, const char *uri)
{
  buoy_events_send (self->organisation, kind, verdict, uri);
}

void
host_settings_set_language (HostSettings *self)
{
  if (self->settings == NULL)
    return;
  buoy_policy_reload (buoy_policy_of_settings (self->settings));
  buoy_settings_report_faults (self->settings);
}

static gboolean
is_locked_by_system (HostSettings *self, const char *key)
{
  return self->settings != NULL && !g_settings_is_writable (self->settings, key);
}

gboolean
host_settings_is_locked (HostSettings *self, const char *key)
{
  return is_locked_by_system (self, key) || g_hash_table_contains (self->policy, key);
}

GVariant *
host_settings_get (HostSettings *self, const char *name)
{
  const HostKey *key = host_keys_find (name);
  GVariant *ruled = g_hash_table_lookup (self->policy, name);

  if (key == NULL)
    return NULL;
  if (ruled != NULL && !is_locked_by_system (self, name))
    return g_variant_ref (ruled);
  return self->settings != NULL ? g_settings_get_value (self->settings, name) : host_key_get_initial (key);
}

gboolean
host_settings_is (HostSettings *self, const char *key, const char *value)
{
  g_autofree char *text = host_settings_dup_text (self, key);

  return g_str_equal (text, value);
}

gboolean
host_settings_is_on (HostSettings *self, const char *key)
{
  g_autoptr (GVariant) value = host_settings_get (self, key);

  return g_variant_get_boolean (value);
}

guint
host_settings_get_number (HostSettings *self, const char *key)
{
  g_autoptr (GVariant) value = host_settings_get (self, key);

  return (guint) MAX (g_variant_get_int32 (value), 0);
}

char *
host_settings_dup_text (HostSettings *self, const char *key)
{
  g_autoptr (GVariant) value = host_settings_get (self, key);

  return g_variant_dup_string (value, NULL);
}

BuoyLevel
host_settings_get_level (HostSettings *self)
{
  return host_settings_is (self, "banner-level", "danger") ? BUOY_LEVEL_DANGER : BUOY_LEVEL_CAUTION;
}

/* Reports changes made here, since a backend may not report a change of its own process. */
static gboolean
note_own_change (HostSettings *self, gboolean is_set)
{
  if (is_set)
    note_change (self);
  return is_set;
}

gboolean
host_settings_set (HostSettings *self, const char *name, JsonNode *node)
{
  const HostKey *key = host_keys_find (name);
  g_autoptr (GVariant) value = NULL;

  if (key == NULL || self->settings == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_NULL (node))
    {
      g_settings_reset (self->settings, name);
      return note_own_change (self, TRUE);
    }
  value = host_key_read (key, node);
  return note_own_change (self, value != NULL && g_settings_set_value (self->settings, name, value));
}

gboolean
host_settings_set_entry (HostSettings *self, const char *key, GVariant *entry, gboolean present)
{
  return note_own_change (self, self->settings != NULL && buoy_setting_list_set (self->settings, key, entry, present));
}

void
host_settings_set_policy (HostSettings *self, JsonObject *values, GPtrArray *ignored)
{
  g_autoptr (GList) names = json_object_get_members (values);

  g_hash_table_remove_all (self->policy);
  for (const GList *item = names; item != NULL; item = item->next)
    {
      const HostKey *key = host_keys_find (item->data);
      GVariant *value = key != NULL ? host_key_read (key, json_object_get_member (values, item->data)) : NULL;

      if (value != NULL)
        g_hash_table_insert (self->policy, (gpointer) key->name, value);
      else
        g_ptr_array_add (ignored, g_strdup (item->data));
    }
  note_change (self);
}

/* Adds the entries of a list that a policy always includes. */
static void
add_fixed (HostSettings *self, const char *name, GVariant *value, JsonBuilder *answer)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) fixed = NULL;

  g_variant_builder_init (&builder, g_variant_get_type (value));
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (value, i);

      if (buoy_policy_holds_entry (self->settings, name, entry))
        g_variant_builder_add_value (&builder, entry);
    }
  fixed = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (g_variant_n_children (fixed) == 0)
    return;
  json_builder_set_member_name (answer, "fixed");
  json_builder_add_value (answer, json_gvariant_serialize (fixed));
}

static void
add_setting (HostSettings *self, const char *name, JsonBuilder *answer)
{
  g_autoptr (GVariant) value = host_settings_get (self, name);

  json_builder_set_member_name (answer, name);
  json_builder_begin_object (answer);
  json_builder_set_member_name (answer, "value");
  json_builder_add_value (answer, json_gvariant_serialize (value));
  host_add_bool (answer, "locked", host_settings_is_locked (self, name));
  if (self->settings != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY))
    add_fixed (self, name, value, answer);
  json_builder_end_object (answer);
}

void
host_settings_add (HostSettings *self, JsonBuilder *answer)
{
  guint n_keys;
  const HostKey *keys = host_keys_get (&n_keys);
  g_autofree char *trouble = self->settings != NULL ? buoy_policy_words_tell_faults (self->settings) : NULL;
  g_autofree char *support = self->settings != NULL ? buoy_settings_dup_support_text (self->settings) : NULL;

  json_builder_set_member_name (answer, "settings");
  json_builder_begin_object (answer);
  for (guint i = 0; i < n_keys; i++)
    add_setting (self, keys[i].name, answer);
  json_builder_end_object (answer);
  host_add_bool (answer, "available", self->settings != NULL);
  host_add_text (answer, "policyTrouble", trouble);
  host_add_text (answer, "policyEvents",
                 self->settings != NULL ? buoy_policy_words_tell_events (self->settings) : NULL);
  host_add_text (answer, "policySupport", support);
}

static GVariant *
get_for_context (gpointer self, const char *key)
{
  return host_settings_get (self, key);
}

static GVariant *
get_organisations (gpointer organisation, const char *key)
{
  return g_settings_get_value (organisation, key);
}

void
host_settings_fill_context (HostSettings *self, BuoyContext *context)
{
  buoy_settings_fill_context (get_for_context, self, context);
  if (self->organisation != NULL)
    buoy_settings_fill_organisation (get_organisations, self->organisation, context);
}
