/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Settings of every version are migrated step by step, once; a missing or different schema is handled.
 */
#include "config.h"

#include "buoy-settings.h"

#include <glib/gstdio.h>

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#define SCHEMA "org.bellbuoy.Bellbuoy"
#define PATH "/org/bellbuoy/Bellbuoy/"
#define OVERDUE_SECONDS 20

/* Each step records that it ran, so that the order is visible, and that a step sees the previous one's result. */
static void
append (GSettings *settings, const char *word)
{
  g_auto (GStrv) words = g_settings_get_strv (settings, "own-domains");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) words);
  g_strv_builder_add (builder, word);
  all = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "own-domains", (const char *const *) all);
}

static void
first_step (GSettings *settings)
{
  append (settings, "first");
}

static void
third_step (GSettings *settings)
{
  append (settings, "third");
}

static const BuoySettingsStep steps[] = { first_step, NULL, third_step };

typedef struct
{
  const char *name;
  int version;          /* that is stored; -1: nothing */
  const char *expected; /* the steps that run, joined by a space */
  int expected_version;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "nothing-stored", -1, "first third", 3 }, { "oldest", 0, "first third", 3 }, { "second", 1, "third", 3 },
  { "third", 2, "third", 3 },                 { "newest", 3, "", 3 },            { "of-the-future", 9, "", 9 },
};
/* clang-format on */

static GSettingsSchemaSource *
source_new (const char *folder, GError **error)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, folder, NULL);

  return g_settings_schema_source_new_from_directory (path, NULL, TRUE, error);
}

static GSettings *
settings_new (GSettingsBackend *backend)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettingsSchemaSource) source = source_new ("../data", &error);
  g_autoptr (GSettingsSchema) schema = NULL;

  g_assert_no_error (error);
  schema = g_settings_schema_source_lookup (source, SCHEMA, FALSE);
  return g_settings_new_full (schema, backend, PATH);
}

static void
assert_settings (GSettings *settings, const Case *c)
{
  g_auto (GStrv) words = g_settings_get_strv (settings, "own-domains");
  g_autofree char *found = g_strjoinv (" ", words);

  g_assert_cmpstr (found, ==, c->expected);
  g_assert_cmpint (g_settings_get_int (settings, "version"), ==, c->expected_version);
}

static void
test_steps (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings) settings = settings_new (backend);

  if (c->version >= 0)
    g_settings_set_int (settings, "version", c->version);
  buoy_settings_migrate (settings, steps, G_N_ELEMENTS (steps));
  assert_settings (settings, c);
  buoy_settings_migrate (settings, steps, G_N_ELEMENTS (steps));
  assert_settings (settings, c);
}

/* Nothing can be stored, so no migration is started: it would be repeated at every start. */
static void
test_locked (void)
{
  const Case expected = { "locked", -1, "", 0 };
  g_autoptr (GSettingsBackend) backend = g_null_settings_backend_new ();
  g_autoptr (GSettings) settings = settings_new (backend);

  buoy_settings_migrate (settings, steps, G_N_ELEMENTS (steps));
  assert_settings (settings, &expected);
}

static void
test_open (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettingsSchemaSource) source = source_new ("../data", &error);
  g_autoptr (GSettings) settings = buoy_settings_open (source);

  g_assert_no_error (error);
  g_assert_nonnull (settings);
  g_assert_cmpint (g_settings_get_int (settings, "version"), ==, 1);
}

static void
test_no_schema (void)
{
  g_assert_null (buoy_settings_open (NULL));
}

/* A schema without a key, as from an earlier version: GSettings would abort when it is used. */
static void
test_other_schema (void)
{
  static const char xml[] = "<schemalist><schema id='" SCHEMA "' path='" PATH "'>"
                            "<key name='version' type='i'><default>0</default></key></schema></schemalist>";
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "other.gschema.xml", NULL);
  g_autofree char *compiled = g_build_filename (folder, "gschemas.compiled", NULL);
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSubprocess) compiler = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, xml, -1, &error));
  compiler = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "glib-compile-schemas", folder, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (compiler, NULL, &error));
  source = g_settings_schema_source_new_from_directory (folder, NULL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_null (buoy_settings_open (source));
  g_remove (file);
  g_remove (compiled);
  g_rmdir (folder);
}

static void
quit_loop (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static gboolean
on_overdue (gpointer unused)
{
  g_error ("nobody noticed the updated list");
  return G_SOURCE_REMOVE;
}

/* What follows the settings notices a list that another program has updated. */
static void
test_updated_list (void)
{
  static const char *const lists[] = { "corp urls https://lists.company.example/urls", NULL };
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "bellbuoy", "lists", NULL);
  g_autofree char *path = g_build_filename (folder, "corp.sites", NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettingsSchemaSource) source = source_new ("../data", &error);
  g_autoptr (GSettings) settings = NULL;
  guint overdue;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  settings = buoy_settings_open_with (source, backend, NULL);
  g_settings_set_strv (settings, "lists", lists);
  while (g_main_context_iteration (NULL, FALSE))
    ; /* what was set is told by now */
  g_signal_connect_swapped (settings, "changed::lists", G_CALLBACK (quit_loop), loop);
  overdue = g_timeout_add_seconds (OVERDUE_SECONDS, on_overdue, NULL);
  g_assert_true (g_file_set_contents (path, "", 0, &error));
  g_main_loop_run (loop);
  g_source_remove (overdue);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/settings/steps/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_steps);
    }
  g_test_add_func ("/settings/locked", test_locked);
  g_test_add_func ("/settings/open", test_open);
  g_test_add_func ("/settings/no-schema", test_no_schema);
  g_test_add_func ("/settings/other-schema", test_other_schema);
  g_test_add_func ("/settings/updated-list", test_updated_list);
  return g_test_run ();
}
