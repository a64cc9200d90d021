/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A member is a value, or an object that contains the value and whether it is locked or merged. This is unambiguous,
 * since no key's value is an object.
 */
#include "config.h"

#include "policy/buoy-policy-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "bellbuoy.h"
#include "notice/buoy-shown.h"
#include "policy/buoy-policy-json.h"

#define EXPIRES "expires"

BuoyPolicyEntry *
buoy_policy_entry_ref (BuoyPolicyEntry *entry)
{
  g_atomic_ref_count_inc (&entry->n_refs);
  return entry;
}

void
buoy_policy_entry_unref (BuoyPolicyEntry *entry)
{
  if (!g_atomic_ref_count_dec (&entry->n_refs))
    return;
  g_free (entry->key);
  g_clear_pointer (&entry->value, g_variant_unref);
  g_free (entry->path);
  g_free (entry);
}

void
buoy_policy_fault_free (BuoyPolicyFault *fault)
{
  g_free (fault->path);
  g_free (fault->key);
  g_free (fault->why);
  g_free (fault);
}

char *
buoy_policy_fault_to_string (const BuoyPolicyFault *fault)
{
  g_autoptr (GString) text = g_string_new (fault->path);

  if (fault->line > 0)
    g_string_append_printf (text, ":%u", fault->line);
  g_string_append (text, ": ");
  if (fault->key != NULL)
    {
      g_autofree char *key = buoy_shown_text (fault->key);

      g_string_append_printf (text, "%s: ", key);
    }
  g_string_append (text, fault->why);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
buoy_policy_file_free (BuoyPolicyFile *file)
{
  g_free (file->path);
  g_ptr_array_unref (file->entries);
  g_ptr_array_unref (file->faults);
  g_free (file);
}

/* (transfer full): @why. */
static void
add_fault (BuoyPolicyFile *file, guint line, const char *key, char *why)
{
  BuoyPolicyFault *fault = g_new0 (BuoyPolicyFault, 1);

  fault->path = g_strdup (file->path);
  fault->line = line;
  fault->key = g_strdup (key);
  fault->why = why;
  g_ptr_array_add (file->faults, fault);
}

static char *
explain_unknown (BuoyPolicyKeys *keys, const char *name)
{
  const char *near = buoy_policy_keys_guess (keys, name);

  if (near == NULL)
    return g_strdup (_ ("unknown key"));
  /* Translators: %s is the name of a key, as “own-domains”. */
  return g_strdup_printf (_ ("unknown key; did you mean “%s”?"), near);
}

/* Whether @value serialises to what was written: json-glib accepts "true" in quotes as a boolean, and silently cuts
 * numbers to 32 bits.
 */
static gboolean
is_written_so (GVariant *value, JsonNode *node)
{
  g_autoptr (JsonNode) written = json_gvariant_serialize (value);

  return json_node_equal (written, node);
}

static GVariant *
read_value (GSettingsSchemaKey *key, JsonNode *node, char **out_why)
{
  g_autofree char *type = g_variant_type_dup_string (g_settings_schema_key_get_value_type (key));
  g_autofree char *wanted = NULL;
  g_autoptr (GVariant) value = json_gvariant_deserialize (node, type, NULL);

  if (value != NULL)
    {
      g_variant_ref_sink (value);
      if (is_written_so (value, node))
        {
          *out_why = buoy_policy_key_refuse (key, value);
          return *out_why == NULL ? g_steal_pointer (&value) : NULL;
        }
    }
  wanted = buoy_policy_key_describe (key);
  /* Translators: %s tells what a value must be, as “true or false” or “one of: warn, block”. */
  *out_why = g_strdup_printf (_ ("must be %s"), wanted);
  return NULL;
}

/* Reads a flag beside the value: true or false. */
static gboolean
read_flag (JsonObject *object, const char *name, gboolean *out_flag)
{
  JsonNode *node = json_object_get_member (object, name);

  *out_flag = FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *out_flag = json_node_get_boolean (node);
  return TRUE;
}

static const char *
refuse_object (JsonObject *object, BuoyPolicyEntry *entry, GSettingsSchemaKey *key)
{
  if (!json_object_has_member (object, "value"))
    return _ ("“value” is missing");
  if (!read_flag (object, "locked", &entry->is_locked) || !read_flag (object, "merge", &entry->is_merged))
    return _ ("“locked” and “merge” must be true or false");
  if (json_object_get_size (object)
      != 1u + json_object_has_member (object, "locked") + json_object_has_member (object, "merge"))
    return _ ("only “value”, “locked” and “merge” are allowed here");
  if (entry->is_merged && !g_variant_type_is_array (g_settings_schema_key_get_value_type (key)))
    return _ ("only arrays can be merged");
  if (entry->is_merged && entry->is_locked)
    return _ ("“locked” and “merge” cannot be combined");
  return NULL;
}

/* Fills @entry. Returns what is wrong, or NULL. (transfer full) (nullable) */
static char *
read_entry (GSettingsSchemaKey *key, const char *json, BuoyPolicyEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, &error);
  JsonNode *node = root;
  char *why = NULL;

  if (root == NULL)
    return g_strdup (error->message);
  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      why = g_strdup (refuse_object (json_node_get_object (root), entry, key));
      node = json_object_get_member (json_node_get_object (root), "value");
    }
  if (why == NULL)
    entry->value = read_value (key, node, &why);
  return why;
}

static gboolean
has_entry (const BuoyPolicyFile *file, const char *key)
{
  for (guint i = 0; i < file->entries->len; i++)
    if (g_str_equal (((BuoyPolicyEntry *) file->entries->pdata[i])->key, key))
      return TRUE;
  return FALSE;
}

static gboolean
has_fault (const BuoyPolicyFile *file, const char *key)
{
  for (guint i = 0; i < file->faults->len; i++)
    if (g_strcmp0 (((BuoyPolicyFault *) file->faults->pdata[i])->key, key) == 0)
      return TRUE;
  return FALSE;
}

/* Whether to record a fault: one for each valid key, which buoy_policy_file_keep() needs; of others, only a limited
 * number.
 */
static gboolean
is_told (const BuoyPolicyFile *file, GSettingsSchemaKey *key, const char *name)
{
  return file->faults->len < BUOY_POLICY_MAX_FAULTS
         || (key != NULL && !has_entry (file, name) && !has_fault (file, name));
}

static void
add_member (BuoyPolicyFile *file, BuoyPolicyKeys *keys, const BuoyPolicyMember *member)
{
  g_autoptr (GSettingsSchemaKey) key = buoy_policy_keys_find (keys, member->name);
  g_autoptr (BuoyPolicyEntry) entry = NULL;
  char *why;

  if (key == NULL && !is_told (file, key, member->name))
    return;
  entry = g_new0 (BuoyPolicyEntry, 1);
  g_atomic_ref_count_init (&entry->n_refs);
  entry->key = g_strdup (member->name);
  entry->path = g_strdup (file->path);
  entry->line = member->line;
  if (key == NULL)
    why = explain_unknown (keys, member->name);
  else if (has_entry (file, member->name))
    why = g_strdup (_ ("duplicate key; the first one is used"));
  else
    why = read_entry (key, member->json, entry);
  if (why != NULL && is_told (file, key, member->name))
    add_fault (file, member->line, member->name, why);
  else if (why != NULL)
    g_free (why);
  else
    g_ptr_array_add (file->entries, g_steal_pointer (&entry));
}

/* Reads an RFC 3339 date in quotes. The values of an expired policy stay in force: having none instead of an old one
 * would only help an attacker.
 */
static void
read_expiry (BuoyPolicyFile *file, const BuoyPolicyMember *member)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *text = g_strndup (member->json + 1, strlen (member->json) - MIN (strlen (member->json), 2));
  g_autoptr (GDateTime) expires = g_date_time_new_from_iso8601 (text, utc);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (file->faults->len >= BUOY_POLICY_MAX_FAULTS)
    return;
  if (expires == NULL)
    add_fault (file, member->line, member->name,
               g_strdup (_ ("must be a date and time such as “2027-03-31T00:00:00Z”")));
  else if (g_date_time_compare (expires, now) <= 0)
    {
      g_autofree char *date = g_date_time_format (expires, "%F");

      file->is_expired = TRUE;
      /* Translators: %s is a date. */
      add_fault (file, 0, NULL, g_strdup_printf (_ ("this policy expired on %s; its values stay in force"), date));
    }
}

/* Ignores names for editors and people ("$schema", "$comment"). */
static void
take_member (BuoyPolicyFile *file, BuoyPolicyKeys *keys, const BuoyPolicyMember *member)
{
  if (*member->name == '$')
    return;
  if (g_str_equal (member->name, EXPIRES))
    read_expiry (file, member);
  else
    add_member (file, keys, member);
}

static BuoyPolicyFile *
file_new (const char *path)
{
  BuoyPolicyFile *file = g_new0 (BuoyPolicyFile, 1);

  file->path = g_strdup (path);
  file->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_policy_entry_unref);
  file->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_policy_fault_free);
  return file;
}

BuoyPolicyFile *
buoy_policy_file_parse (BuoyPolicyKeys *keys, const char *path, const char *text, gsize length)
{
  BuoyPolicyFile *file = file_new (path);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_policy_member_free);
  guint line;
  const char *why = buoy_policy_json_split (text, length, members, &line);

  for (guint i = 0; i < members->len; i++)
    take_member (file, keys, members->pdata[i]);
  file->is_broken = why != NULL;
  if (why != NULL)
    add_fault (file, line, NULL, g_strdup (why));
  return file;
}

/* Reads at most one byte more than the limit, whatever the file is. */
static GBytes *
read_bytes (const char *at, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (at);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *buffer = g_malloc (BUOY_POLICY_MAX_BYTES + 1);
  gsize length = 0;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, BUOY_POLICY_MAX_BYTES + 1, &length, NULL, error))
    return NULL;
  if (length <= BUOY_POLICY_MAX_BYTES)
    return g_bytes_new (buffer, length);
  /* Translators: %d is a number of kilobytes. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _ ("larger than %d kB"), BUOY_POLICY_MAX_BYTES / 1024);
  return NULL;
}

BuoyPolicyFile *
buoy_policy_file_read (BuoyPolicyKeys *keys, const char *at, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_test (at, G_FILE_TEST_IS_REGULAR) ? read_bytes (at, &error) : NULL;
  BuoyPolicyFile *file;

  if (bytes != NULL)
    return buoy_policy_file_parse (keys, path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  file = file_new (path);
  file->is_broken = TRUE;
  add_fault (file, 0, NULL, g_strdup (error != NULL ? error->message : _ ("not a readable file")));
  return file;
}

void
buoy_policy_file_keep (BuoyPolicyFile *file, const BuoyPolicyFile *before)
{
  for (guint i = 0; i < before->entries->len; i++)
    {
      BuoyPolicyEntry *entry = before->entries->pdata[i];

      if (!has_entry (file, entry->key) && (file->is_broken || has_fault (file, entry->key)))
        g_ptr_array_add (file->entries, buoy_policy_entry_ref (entry));
    }
}
