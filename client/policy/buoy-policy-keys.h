/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The keys that a policy may set: those of the reader's settings, and those of the organisation alone. They are listed
 * only in the schemas.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_SETTINGS_SCHEMA "org.bellbuoy.Bellbuoy"
#define BUOY_POLICY_SCHEMA "org.bellbuoy.Policy"

typedef struct _BuoyPolicyKeys BuoyPolicyKeys;

/* (transfer full) (nullable): NULL if @source lacks a schema. */
BuoyPolicyKeys *buoy_policy_keys_new (GSettingsSchemaSource *source);
BuoyPolicyKeys *buoy_policy_keys_ref (BuoyPolicyKeys *keys);
void buoy_policy_keys_unref (BuoyPolicyKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicyKeys, buoy_policy_keys_unref)

/* The names in order, those of the organisation last. (transfer none) */
const char *const *buoy_policy_keys_list (BuoyPolicyKeys *keys);

/* NULL if there is no such key. (transfer full) (nullable) */
GSettingsSchemaKey *buoy_policy_keys_find (BuoyPolicyKeys *keys, const char *name);

/* The schema @id, which is one of the two. (transfer none) */
GSettingsSchema *buoy_policy_keys_get_schema (BuoyPolicyKeys *keys, const char *id);

/* Whether the key is the organisation's, so that readers cannot set it. */
gboolean buoy_policy_keys_is_organisations (BuoyPolicyKeys *keys, const char *name);

/* The key that was most likely meant by @name. (nullable) */
const char *buoy_policy_keys_guess (BuoyPolicyKeys *keys, const char *name);

/* Describes the valid values in words: “one of: warn, block”. (transfer full) */
char *buoy_policy_key_describe (GSettingsSchemaKey *key);

/* Why @value is not valid for the key; NULL if it is valid. (transfer full) (nullable) */
char *buoy_policy_key_refuse (GSettingsSchemaKey *key, GVariant *value);
