/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The keys that a policy may set: those of the reader's settings, and those of the organisation alone. The schemas are
 * the only list of them.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_SETTINGS_SCHEMA "org.bellbuoy.Bellbuoy"
#define BUOY_POLICY_SCHEMA "org.bellbuoy.Policy"

typedef struct _BuoyPolicyKeys BuoyPolicyKeys;

/* NULL if @source lacks a schema. */
BuoyPolicyKeys *buoy_policy_keys_new (GSettingsSchemaSource *source);
BuoyPolicyKeys *buoy_policy_keys_ref (BuoyPolicyKeys *keys);
void buoy_policy_keys_unref (BuoyPolicyKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyPolicyKeys, buoy_policy_keys_unref)

/* The names, in order; those of the organisation alone last. (transfer none) */
const char *const *buoy_policy_keys_list (BuoyPolicyKeys *keys);

/* NULL for a name that is none. (transfer full) (nullable) */
GSettingsSchemaKey *buoy_policy_keys_find (BuoyPolicyKeys *keys, const char *name);

/* One of the two. (transfer none) */
GSettingsSchema *buoy_policy_keys_get_schema (BuoyPolicyKeys *keys, const char *id);

/* Whether a reader cannot set the key at all. */
gboolean buoy_policy_keys_is_organisations (BuoyPolicyKeys *keys, const char *name);

/* The key that @name is most likely meant to be. (nullable) */
const char *buoy_policy_keys_guess (BuoyPolicyKeys *keys, const char *name);

/* What its values must be, in words: “one of: warn, block”. */
char *buoy_policy_key_describe (GSettingsSchemaKey *key);

/* NULL if @value may be a value of the key, else why not. (transfer full) (nullable) */
char *buoy_policy_key_refuse (GSettingsSchemaKey *key, GVariant *value);
