/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every key of both schemas: a value is read, a wrong one is told and spoils nothing else, a lock holds, a list merges.
 * The rows are made of the schemas, so that a new key has its rows at once.
 */
#include "config.h"

#include "buoy-settings.h"
#include "policy-tree.h"

/* By type: a value as JSON and as GVariant prints it, another, and values that are wrong. */
typedef struct
{
  const char *type;
  const char *json, *printed;
  const char *wrong[4];
} TypeRow;

static const TypeRow rows[] = {
  { "b", "false", "false", { "\"false\"", "0", "null", "[false]" } },
  { "i", "7", "7", { "\"7\"", "7.5", "4294967303", "true" } },
  { "s", "\"https://x.example/\"", "'https://x.example/'", { "7", "[\"x\"]", "null", "true" } },
  { "as", "[\"one.example\"]", "['one.example']", { "\"one.example\"", "[1]", "[[\"x\"]]", "null" } },
  { "a(ss)",
    "[[\"one.example\", \"two.example\"]]",
    "[('one.example', 'two.example')]",
    { "[\"one.example\"]", "[[\"x\"]]", "[[\"x\", 1]]", "[[\"x\", \"y\", \"z\"]]" } },
};

typedef struct
{
  char *json, *printed;
  GStrv wrong;
} Row;

static void
row_free (Row *row)
{
  g_free (row->json);
  g_free (row->printed);
  g_strfreev (row->wrong);
  g_free (row);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Row, row_free)

/* The last of the choices: no key has it as its default. */
static void
take_choice (Row *row, GVariant *choices)
{
  g_autofree const char **nicks = g_variant_get_strv (choices, NULL);
  const char *last = nicks[g_strv_length ((char **) nicks) - 1];

  g_free (row->json);
  g_free (row->printed);
  row->json = g_strdup_printf ("\"%s\"", last);
  row->printed = g_strdup_printf ("'%s'", last);
}

static Row *
row_new (GSettingsSchemaKey *key)
{
  Row *row = g_new0 (Row, 1);
  g_autoptr (GVariant) range = g_settings_schema_key_get_range (key);
  g_autoptr (GVariant) detail = NULL;
  const char *kind;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_variant_type_equal (g_settings_schema_key_get_value_type (key), G_VARIANT_TYPE (rows[i].type)))
      {
        const char *const wrong[] = { rows[i].wrong[0], rows[i].wrong[1], rows[i].wrong[2], rows[i].wrong[3], NULL };

        row->json = g_strdup (rows[i].json);
        row->printed = g_strdup (rows[i].printed);
        row->wrong = g_strdupv ((char **) wrong);
      }
  g_assert_nonnull (row->json); /* a key of a type that has no row here */
  g_variant_get (range, "(&sv)", &kind, &detail);
  if (g_str_equal (kind, "enum"))
    take_choice (row, detail);
  if (g_str_equal (g_settings_schema_key_get_name (key), "events-file")
      || g_str_equal (g_settings_schema_key_get_name (key), "location-database"))
    {
      g_free (row->json);
      g_free (row->printed);
      row->json = g_strdup ("\"/var/log/x\"");
      row->printed = g_strdup ("'/var/log/x'");
    }
  return row;
}

static GSettings *
settings_with (GSettings *settings, BuoyPolicyKeys *keys, const char *name)
{
  return buoy_policy_keys_is_organisations (keys, name) ? buoy_settings_get_organisation (settings) : settings;
}

static void
write_json (PolicyTree *tree, GSettings *settings, const char *format, const char *name, const char *json)
{
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "KEY", name, 0);
  g_string_replace (text, "VALUE", json, 0);
  policy_tree_write (tree, ETC "policy.json", text->str);
  policy_tree_reload (settings);
}

static void
assert_faults (GSettings *settings, const char *name, gboolean any)
{
  g_auto (GStrv) faults = buoy_policy_list_faults (buoy_policy_of_settings (settings));
  g_autofree char *start = g_strdup_printf (ETC "policy.json:3: %s: ", name);

  if (any)
    {
      g_assert_cmpuint (g_strv_length (faults), ==, 1);
      g_assert_true (g_str_has_prefix (faults[0], start));
    }
  else
    g_assert_cmpuint (g_strv_length (faults), ==, 0);
}

static void
check_value (PolicyTree *tree, GSettings *settings, const char *name, const Row *row)
{
  GSettings *holder = settings_with (settings, tree->keys, name);
  const gboolean is_readers = !buoy_policy_keys_is_organisations (tree->keys, name);

  write_json (tree, settings, "{\n\n\"KEY\": VALUE}", name, row->json);
  assert_faults (settings, name, FALSE);
  policy_assert_value (holder, name, row->printed);
  g_assert_cmpint (g_settings_is_writable (holder, name), ==, is_readers);
  write_json (tree, settings, "{\n\n\"KEY\": {\"value\": VALUE, \"locked\": true}}", name, row->json);
  assert_faults (settings, name, FALSE);
  policy_assert_value (holder, name, row->printed);
  g_assert_false (g_settings_is_writable (holder, name));
}

static void
check_wrong (PolicyTree *tree, GSettings *settings, const char *name, const Row *row)
{
  GSettings *holder = settings_with (settings, tree->keys, name);
  g_autoptr (GVariant) initial = g_settings_get_default_value (holder, name);
  g_autofree char *printed = NULL;
  const char *other = g_str_equal (name, "enabled") ? "banner-level" : "enabled";
  g_autofree char *format = g_strdup_printf ("{\"%s\": %s,\n\n\"KEY\": VALUE}", other,
                                             g_str_equal (other, "enabled") ? "false" : "\"danger\"");

  policy_tree_remove (tree, ETC "policy.json");
  policy_tree_reload (settings);
  g_clear_pointer (&initial, g_variant_unref);
  initial = g_settings_get_default_value (holder, name);
  printed = g_variant_print (initial, FALSE);
  for (guint i = 0; row->wrong[i] != NULL; i++)
    {
      write_json (tree, settings, format, name, row->wrong[i]);
      assert_faults (settings, name, TRUE);
      policy_assert_value (holder, name, printed);
      policy_assert_value (settings, other, g_str_equal (other, "enabled") ? "false" : "'danger'");
    }
}

static const char *const wrong_objects[] = {
  "{\"locked\": true}",
  "{\"value\": VALUE, \"locked\": 1}",
  "{\"value\": VALUE, \"lock\": true}",
  "{\"value\": VALUE, \"locked\": true, \"merge\": true}",
  "{\"value\": {\"value\": VALUE}}",
  "{}",
};

static void
check_wrong_objects (PolicyTree *tree, GSettings *settings, const char *name, const Row *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong_objects); i++)
    {
      g_autofree char *format = g_strdup_printf ("{\n\n\"KEY\": %s}", wrong_objects[i]);

      write_json (tree, settings, format, name, row->json);
      assert_faults (settings, name, TRUE);
    }
}

/* Ours is always in, beside the schema's default. */
static void
check_merge (PolicyTree *tree, GSettings *settings, GSettingsSchemaKey *key, const Row *row)
{
  const char *name = g_settings_schema_key_get_name (key);
  g_autoptr (GVariant) initial = g_settings_schema_key_get_default_value (key);
  g_autoptr (GVariant) ours = NULL;
  g_autoptr (GVariant) value = NULL;

  write_json (tree, settings, "{\n\n\"KEY\": {\"value\": VALUE, \"merge\": true}}", name, row->json);
  assert_faults (settings, name, *row->json != '[');
  if (*row->json != '[')
    return;
  ours = g_variant_parse (g_variant_get_type (initial), row->printed, NULL, NULL, NULL);
  value = g_settings_get_value (settings_with (settings, tree->keys, name), name);
  g_assert_cmpuint (g_variant_n_children (value), ==, g_variant_n_children (ours) + g_variant_n_children (initial));
  for (gsize i = 0; i < g_variant_n_children (ours); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (ours, i);

      g_assert_true (buoy_policy_list_contains (value, entry));
    }
}

static void
test_key (gconstpointer data)
{
  const char *name = data;
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);
  g_autoptr (GSettingsSchemaKey) key = buoy_policy_keys_find (tree->keys, name);
  g_autoptr (Row) row = row_new (key);

  check_value (tree, settings, name, row);
  check_wrong (tree, settings, name, row);
  check_wrong_objects (tree, settings, name, row);
  check_merge (tree, settings, key, row);
}

/* What has no words has no line in a manual either. */
static void
test_described (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();

  for (const char *const *name = buoy_policy_keys_list (tree->keys); *name != NULL; name++)
    {
      g_autoptr (GSettingsSchemaKey) key = buoy_policy_keys_find (tree->keys, *name);
      g_autofree char *words = buoy_policy_key_describe (key);

      g_assert_cmpint (*words, !=, '(');
    }
}

static void
test_guess (void)
{
  static const char *const pairs[][2] = {
    { "own-domain", "own-domains" },
    { "ownDomains", "own-domains" },
    { "own_domains", "own-domains" },
    { "lookup", "lookups" },
    { "banner-levle", "banner-level" },
    { "supportText", "support-text" },
    { "SafeLinks", NULL },
    { "x", NULL },
    { "", NULL },
    { "trusted-sender", "trusted-senders" },
  };
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autofree char *endless = g_strnfill (5000, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpstr (buoy_policy_keys_guess (tree->keys, pairs[i][0]), ==, pairs[i][1]);
  g_assert_null (buoy_policy_keys_guess (tree->keys, endless));
}

static void
test_rules (void)
{
  g_autofree char *endless = g_strnfill (201, 'a');
  g_autofree char *text = g_strdup_printf ("{\n\n\"support-text\": \"%s\"}", endless);
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);

  write_json (tree, settings, text, "", "");
  assert_faults (settings, "support-text", TRUE);
  write_json (tree, settings, "{\n\n\"support-text\": \"a\\nb\"}", "", "");
  assert_faults (settings, "support-text", TRUE);
}

static void
test_unknown (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);

  write_json (tree, settings, "{\n\n\"own-domain\": [], \"$comment\": \"x\", \"enabled\": false}", "", "");
  assert_faults (settings, "own-domain", TRUE);
  policy_assert_value (settings, "enabled", "false");
  write_json (tree, settings, "{\"enabled\": false,\n\n\"enabled\": true}", "", "");
  assert_faults (settings, "enabled", TRUE);
  policy_assert_value (settings, "enabled", "false");
  write_json (tree, settings, "{\n\n\"version\": 5}", "", "");
  assert_faults (settings, "version", TRUE);
}

int
main (int argc, char **argv)
{
  g_autoptr (PolicyTree) tree = NULL;

  g_test_init (&argc, &argv, NULL);
  tree = policy_tree_new ();
  for (const char *const *name = buoy_policy_keys_list (tree->keys); *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat ("/policy/keys/", *name, NULL);

      g_test_add_data_func_full (path, g_strdup (*name), test_key, g_free);
    }
  g_test_add_func ("/policy/keys/described", test_described);
  g_test_add_func ("/policy/keys/guess", test_guess);
  g_test_add_func ("/policy/keys/rules", test_rules);
  g_test_add_func ("/policy/keys/unknown", test_unknown);
  return g_test_run ();
}
