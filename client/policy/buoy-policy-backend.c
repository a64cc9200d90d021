/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A private GSettings object listens for changes of the inner backend, because GSettingsBackend has no public way to
 * listen to another backend.
 */
#include "config.h"

#include "policy/buoy-policy-backend.h"

#include <string.h>

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

struct _BuoyPolicyBackend
{
  GSettingsBackend parent;
  BuoyPolicy *policy;
  GSettingsBackend *inner;
  GSettings *listener; /* on @inner */
  GSettingsSchema *schema;
};

#define BUOY_TYPE_POLICY_BACKEND (buoy_policy_backend_get_type ())
G_DECLARE_FINAL_TYPE (BuoyPolicyBackend, buoy_policy_backend, BUOY, POLICY_BACKEND, GSettingsBackend)
G_DEFINE_FINAL_TYPE (BuoyPolicyBackend, buoy_policy_backend, G_TYPE_SETTINGS_BACKEND)

#define BACKEND "buoy-policy-backend"
#define INNER(self) (G_SETTINGS_BACKEND_GET_CLASS ((self)->inner))

/* The name of a key, without the path of its schema. */
static const char *
name_of (const char *key)
{
  const char *slash = strrchr (key, '/');

  return slash != NULL ? slash + 1 : key;
}

/* Drops a value of another type, which another version may have written. (transfer full) (nullable): @value */
static GVariant *
keep_type (GVariant *value, const GVariantType *type)
{
  if (value == NULL || g_variant_is_of_type (value, type))
    return value;
  g_variant_unref (value);
  return NULL;
}

/* What a merged list is added to if nobody has set it: the default of the system, else the schema's. (transfer full) */
static GVariant *
read_default (BuoyPolicyBackend *self, const char *path, const GVariantType *type)
{
  g_autoptr (GSettingsSchemaKey) key = g_settings_schema_get_key (self->schema, name_of (path));
  GVariant *found = keep_type (INNER (self)->read (self->inner, path, type, TRUE), type);

  return found != NULL ? found : g_settings_schema_key_get_default_value (key);
}

/* Whether all entries of @chain are added to what lies below them, so that the policy replaces no default. */
static gboolean
is_merged_throughout (const GSList *chain)
{
  const GSList *last = g_slist_last ((GSList *) chain);

  return ((const BuoyPolicyEntry *) last->data)->is_merged;
}

/* Beside locked values, what is set below for the reader: by a lock there, by himself, by a default. */
static GVariant *
buoy_policy_backend_read (GSettingsBackend *backend, const char *key, const GVariantType *type, gboolean default_value)
{
  BuoyPolicyBackend *self = BUOY_POLICY_BACKEND (backend);
  g_autoptr (BuoyPolicySet) set = buoy_policy_get_set (self->policy);
  const GSList *chain = buoy_policy_set_get (set, name_of (key));
  g_autoptr (GVariant) below = NULL;

  if (chain == NULL)
    return INNER (self)->read (self->inner, key, type, default_value);
  if (!INNER (self)->get_writable (self->inner, key))
    below = keep_type (INNER (self)->read (self->inner, key, type, FALSE), type);
  else if (!default_value)
    below = keep_type (INNER (self)->read_user_value (self->inner, key, type), type);
  if (below == NULL && is_merged_throughout (chain))
    below = read_default (self, key, type);
  return buoy_policy_set_apply (set, name_of (key), below);
}

static GVariant *
buoy_policy_backend_read_user_value (GSettingsBackend *backend, const char *key, const GVariantType *type)
{
  BuoyPolicyBackend *self = BUOY_POLICY_BACKEND (backend);

  return INNER (self)->read_user_value (self->inner, key, type);
}

static gboolean
buoy_policy_backend_get_writable (GSettingsBackend *backend, const char *key)
{
  BuoyPolicyBackend *self = BUOY_POLICY_BACKEND (backend);
  g_autoptr (BuoyPolicySet) set = buoy_policy_get_set (self->policy);

  return !buoy_policy_set_is_locked (set, name_of (key)) && INNER (self)->get_writable (self->inner, key);
}

/* Of a merged list, only the reader's additions are written. */
static GVariant *
strip (BuoyPolicySet *set, const char *key, GVariant *value)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY))
    return g_variant_ref_sink (value);
  return buoy_policy_set_strip (set, name_of (key), value);
}

static gboolean
buoy_policy_backend_write (GSettingsBackend *backend, const char *key, GVariant *value, gpointer origin_tag)
{
  BuoyPolicyBackend *self = BUOY_POLICY_BACKEND (backend);
  g_autoptr (BuoyPolicySet) set = buoy_policy_get_set (self->policy);
  g_autoptr (GVariant) stripped = strip (set, key, value);

  return !buoy_policy_set_is_locked (set, name_of (key))
         && INNER (self)->write (self->inner, key, stripped, origin_tag);
}

typedef struct
{
  BuoyPolicySet *set;
  GTree *tree;
  gboolean is_locked;
} Stripping;

static gboolean
strip_one (gpointer key, gpointer value, gpointer data)
{
  Stripping *stripping = data;

  stripping->is_locked |= buoy_policy_set_is_locked (stripping->set, name_of (key));
  g_tree_insert (stripping->tree, g_strdup (key), value != NULL ? strip (stripping->set, key, value) : NULL);
  return FALSE;
}

static void
unref_value (gpointer value)
{
  if (value != NULL)
    g_variant_unref (value);
}

static gboolean
buoy_policy_backend_write_tree (GSettingsBackend *backend, GTree *tree, gpointer origin_tag)
{
  BuoyPolicyBackend *self = BUOY_POLICY_BACKEND (backend);
  g_autoptr (BuoyPolicySet) set = buoy_policy_get_set (self->policy);
  g_autoptr (GTree) stripped
      = g_tree_new_full ((GCompareDataFunc) (void (*) (void)) g_strcmp0, NULL, g_free, unref_value);
  Stripping stripping = { set, stripped, FALSE };

  g_tree_foreach (tree, strip_one, &stripping);
  return !stripping.is_locked && INNER (self)->write_tree (self->inner, stripped, origin_tag);
}

static void
buoy_policy_backend_reset (GSettingsBackend *backend, const char *key, gpointer origin_tag)
{
  BuoyPolicyBackend *self = BUOY_POLICY_BACKEND (backend);

  INNER (self)->reset (self->inner, key, origin_tag);
}

static void
buoy_policy_backend_subscribe (GSettingsBackend *backend, const char *name)
{
  /* the listener has subscribed already */
}

static void
buoy_policy_backend_sync (GSettingsBackend *backend)
{
  BuoyPolicyBackend *self = BUOY_POLICY_BACKEND (backend);

  if (INNER (self)->sync != NULL)
    INNER (self)->sync (self->inner);
}

static GPermission *
buoy_policy_backend_get_permission (GSettingsBackend *backend, const char *path)
{
  BuoyPolicyBackend *self = BUOY_POLICY_BACKEND (backend);

  return INNER (self)->get_permission (self->inner, path);
}

static void
buoy_policy_backend_finalize (GObject *object)
{
  BuoyPolicyBackend *self = BUOY_POLICY_BACKEND (object);

  g_signal_handlers_disconnect_by_data (self->listener, self);
  g_signal_handlers_disconnect_by_data (self->policy, self);
  g_object_unref (self->listener);
  g_object_unref (self->policy);
  g_object_unref (self->inner);
  g_settings_schema_unref (self->schema);
  G_OBJECT_CLASS (buoy_policy_backend_parent_class)->finalize (object);
}

static void
buoy_policy_backend_class_init (BuoyPolicyBackendClass *klass)
{
  GSettingsBackendClass *backend = G_SETTINGS_BACKEND_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = buoy_policy_backend_finalize;
  backend->read = buoy_policy_backend_read;
  backend->read_user_value = buoy_policy_backend_read_user_value;
  backend->get_writable = buoy_policy_backend_get_writable;
  backend->write = buoy_policy_backend_write;
  backend->write_tree = buoy_policy_backend_write_tree;
  backend->reset = buoy_policy_backend_reset;
  backend->subscribe = buoy_policy_backend_subscribe;
  backend->unsubscribe = buoy_policy_backend_subscribe;
  backend->sync = buoy_policy_backend_sync;
  backend->get_permission = buoy_policy_backend_get_permission;
}

static void
buoy_policy_backend_init (BuoyPolicyBackend *self)
{
}

static void
pass_change (BuoyPolicyBackend *self, const char *name)
{
  g_autofree char *key = g_strconcat (g_settings_schema_get_path (self->schema), name, NULL);

  g_settings_backend_changed (G_SETTINGS_BACKEND (self), key, NULL);
}

static void
pass_writable (BuoyPolicyBackend *self, const char *name)
{
  g_autofree char *key = g_strconcat (g_settings_schema_get_path (self->schema), name, NULL);

  g_settings_backend_writable_changed (G_SETTINGS_BACKEND (self), key);
}

static void
on_policy_changed (BuoyPolicyBackend *self, const char *name)
{
  if (!g_settings_schema_has_key (self->schema, name))
    return;
  pass_writable (self, name);
  pass_change (self, name);
}

static GSettingsBackend *
backend_new (BuoyPolicy *policy, GSettingsSchema *schema, GSettingsBackend *inner)
{
  BuoyPolicyBackend *self = g_object_new (BUOY_TYPE_POLICY_BACKEND, NULL);

  self->policy = g_object_ref (policy);
  self->inner = g_object_ref (inner);
  self->schema = g_settings_schema_ref (schema);
  self->listener = g_settings_new_full (schema, inner, NULL);
  g_signal_connect_swapped (self->listener, "changed", G_CALLBACK (pass_change), self);
  g_signal_connect_swapped (self->listener, "writable-changed", G_CALLBACK (pass_writable), self);
  g_signal_connect_swapped (policy, "changed", G_CALLBACK (on_policy_changed), self);
  return G_SETTINGS_BACKEND (self);
}

GSettings *
buoy_policy_settings_new (BuoyPolicy *policy, GSettingsSchema *schema, GSettingsBackend *inner)
{
  g_autoptr (GSettingsBackend) backend = backend_new (policy, schema, inner);
  GSettings *settings = g_settings_new_full (schema, backend, NULL);

  /* delayed settings return another backend, which lies between this one and them */
  g_object_set_data_full (G_OBJECT (settings), BACKEND, g_object_ref (backend), g_object_unref);
  return settings;
}

GSettings *
buoy_policy_organisation_new (BuoyPolicy *policy)
{
  g_autoptr (GSettingsBackend) nobody = g_null_settings_backend_new ();

  return buoy_policy_settings_new (policy,
                                   buoy_policy_keys_get_schema (buoy_policy_get_keys (policy), BUOY_POLICY_SCHEMA),
                                   nobody);
}

static BuoyPolicyBackend *
backend_of (GSettings *settings)
{
  return g_object_get_data (G_OBJECT (settings), BACKEND);
}

BuoyPolicy *
buoy_policy_of_settings (GSettings *settings)
{
  BuoyPolicyBackend *backend = backend_of (settings);

  return backend != NULL ? backend->policy : NULL;
}

GVariant *
buoy_policy_get_readers (GSettings *settings, const char *key)
{
  BuoyPolicyBackend *backend = backend_of (settings);

  return backend != NULL ? g_settings_get_user_value (backend->listener, key)
                         : g_settings_get_user_value (settings, key);
}

gboolean
buoy_policy_holds_entry (GSettings *settings, const char *key, GVariant *entry)
{
  BuoyPolicy *policy = buoy_policy_of_settings (settings);
  g_autoptr (GVariant) kept = g_variant_ref_sink (entry);
  g_autoptr (BuoyPolicySet) set = policy != NULL ? buoy_policy_get_set (policy) : NULL;

  return set != NULL && buoy_policy_set_holds (set, key, kept);
}
