/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Settings with a policy over them: which value counts, what can be written, who is notified.
 */
#include "config.h"

#include <malloc.h>

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "buoy-setting-list.h"
#include "buoy-settings.h"
#include "policy-tree.h"

static void
write_policy (PolicyTree *tree, GSettings *settings, const char *text)
{
  policy_tree_write (tree, ETC "policy.json", text);
  policy_tree_reload (settings);
}

static void
test_default (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);

  write_policy (tree, settings, "{\"banner-level\": \"danger\"}");
  policy_assert_value (settings, "banner-level", "'danger'");
  g_assert_true (g_settings_set_string (settings, "banner-level", "caution"));
  policy_assert_value (settings, "banner-level", "'caution'");
  write_policy (tree, settings, "{\"banner-level\": {\"value\": \"danger\"}}");
  policy_assert_value (settings, "banner-level", "'caution'");
  g_settings_reset (settings, "banner-level");
  policy_assert_value (settings, "banner-level", "'danger'");
}

static void
test_lock (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);
  g_autoptr (GVariant) readers = NULL;

  g_assert_true (g_settings_set_string (settings, "banner-level", "danger"));
  write_policy (tree, settings, "{\"banner-level\": {\"value\": \"caution\", \"locked\": true}}");
  policy_assert_value (settings, "banner-level", "'caution'");
  g_assert_false (g_settings_set_string (settings, "banner-level", "danger"));
  readers = buoy_policy_get_readers (settings, "banner-level");
  g_assert_cmpstr (g_variant_get_string (readers, NULL), ==, "danger");
  /* what the reader had set comes back with the freedom to set it */
  write_policy (tree, settings, "{}");
  policy_assert_value (settings, "banner-level", "'danger'");
}

static void
test_merge (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);
  GVariant *ours = g_variant_new_string ("ours.example");
  g_autoptr (GVariant) readers = NULL;
  g_autofree char *printed = NULL;

  write_policy (tree, settings, "{\"trusted-senders\": {\"value\": [\"ours.example\"], \"merge\": true}}");
  policy_assert_value (settings, "trusted-senders", "['ours.example']");
  g_assert_true (buoy_setting_list_set (settings, "trusted-senders", g_variant_new_string ("mine.example"), TRUE));
  policy_assert_value (settings, "trusted-senders", "['ours.example', 'mine.example']");
  readers = buoy_policy_get_readers (settings, "trusted-senders");
  printed = g_variant_print (readers, FALSE);
  g_assert_cmpstr (printed, ==, "['mine.example']");
  g_assert_true (buoy_policy_holds_entry (settings, "trusted-senders", g_variant_new_string ("ours.example")));
  g_assert_false (buoy_policy_holds_entry (settings, "trusted-senders", g_variant_new_string ("mine.example")));
  g_assert_true (buoy_setting_list_set (settings, "trusted-senders", ours, FALSE));
  policy_assert_value (settings, "trusted-senders", "['ours.example', 'mine.example']");
  write_policy (tree, settings, "{}");
  policy_assert_value (settings, "trusted-senders", "['mine.example']");
}

/* A list that the policy only recommends, and another file adds to: both are in force until the reader has his own. */
static void
test_merge_into_policy (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);

  policy_tree_write (tree, ETC "policy.d/1.json",
                     "{\"trusted-senders\": {\"value\": [\"ours.example\"], \"merge\": true}}");
  write_policy (tree, settings, "{\"trusted-senders\": [\"other.example\"]}");
  policy_assert_value (settings, "trusted-senders", "['ours.example', 'other.example']");
  g_assert_true (buoy_setting_list_set (settings, "trusted-senders", g_variant_new_string ("mine.example"), TRUE));
  policy_assert_value (settings, "trusted-senders", "['ours.example', 'other.example', 'mine.example']");
}

/* The reader cannot set what is the organisation's alone, wherever he writes it. */
static void
test_organisation (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);
  GSettings *organisation = buoy_settings_get_organisation (settings);

  g_assert_false (g_settings_set_string (organisation, "support-text", "mine"));
  policy_assert_value (organisation, "support-text", "''");
  write_policy (tree, settings, "{\"support-text\": \"Call 7000\"}");
  policy_assert_value (organisation, "support-text", "'Call 7000'");
}

/* Several keys at once, as a migration writes them. */
static void
test_delayed (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);

  write_policy (tree, settings, "{\"own-domains\": {\"value\": [\"ours.example\"], \"merge\": true}}");
  g_settings_delay (settings);
  g_settings_set_strv (settings, "own-domains", (const char *const[]){ "ours.example", "mine.example", NULL });
  g_settings_set_boolean (settings, "enabled", FALSE);
  g_settings_apply (settings);
  policy_assert_value (settings, "own-domains", "['ours.example', 'mine.example']");
  policy_assert_value (settings, "enabled", "false");
  write_policy (tree, settings, "{}");
  policy_assert_value (settings, "own-domains", "['mine.example']");
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_signals (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);
  guint n_changed = 0, n_locked = 0, n_others = 0;

  g_signal_connect_swapped (settings, "changed::banner-level", G_CALLBACK (count), &n_changed);
  g_signal_connect_swapped (settings, "writable-changed::banner-level", G_CALLBACK (count), &n_locked);
  g_signal_connect_swapped (settings, "changed::enabled", G_CALLBACK (count), &n_others);
  policy_assert_value (settings, "banner-level", "'caution'");
  write_policy (tree, settings,
                "{\"banner-level\": {\"value\": \"danger\", \"locked\": true}, \"support-text\": \"x\"}");
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_locked, ==, 1);
  policy_tree_reload (settings);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_others, ==, 0);
  g_settings_set_boolean (settings, "enabled", FALSE);
  g_assert_cmpuint (n_others, ==, 1);
}

static gboolean
stop_waiting (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_CONTINUE;
}

/* The file of a policy changes while a client runs; its folder need not be there before. */
static void
test_live (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = NULL;
  gboolean late = FALSE;
  const guint timer = g_timeout_add_seconds (20, stop_waiting, &late);

  policy_tree_write (tree, ETC "policy.json", "{}");
  settings = policy_tree_open (tree);
  policy_tree_write (tree, ETC "policy.json", "{\"banner-level\": {\"value\": \"danger\", \"locked\": true}}");
  while (g_settings_is_writable (settings, "banner-level") && !late)
    g_main_context_iteration (NULL, TRUE);
  policy_assert_value (settings, "banner-level", "'danger'");
  policy_tree_write (tree, ETC "policy.d/1.json", "{\"enabled\": false}");
  while (g_settings_get_boolean (settings, "enabled") && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timer);
}

/* What lies below may be locked, too: that outweighs an unlocked policy, and not a locked one. */
static void
test_lock_below (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettingsBackend) locked = g_null_settings_backend_new ();
  g_autoptr (GSettings) settings = buoy_settings_open_with (tree->source, locked, tree->root);

  write_policy (tree, settings, "{\"banner-level\": {\"value\": \"danger\", \"locked\": true}}");
  policy_assert_value (settings, "banner-level", "'danger'");
  g_assert_false (g_settings_is_writable (settings, "banner-level"));
  g_assert_false (g_settings_is_writable (settings, "enabled"));
}

static gpointer
read_often (gpointer data)
{
  GSettings *settings = data;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GVariant) value = g_settings_get_value (settings, "own-domains");

      g_assert_cmpuint (g_variant_n_children (value), <=, 2);
    }
  return NULL;
}

/* Analyses read settings in threads of their own. */
static void
test_threads (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (GSettings) settings = policy_tree_open (tree);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_often, settings);
  for (guint i = 0; i < 100; i++)
    write_policy (tree, settings,
                  i % 2 == 0 ? "{\"own-domains\": [\"a.example\", \"b.example\"]}"
                             : "{\"own-domains\": {\"value\": [\"c.example\"], \"merge\": true}}");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

#define RELOADS 1000
#define MAX_GROWTH (8 * 1024) /* bytes in all: GLib's own tables; a leaked entry of each reload would be 100 kB */

static void
reload_some (PolicyTree *tree, BuoyPolicy *policy, guint n)
{
  static const char *const texts[] = {
    "{\"banner-level\": {\"value\": \"danger\", \"locked\": true}, \"support-text\": \"x\"}",
    "{\"own-domains\": {\"value\": [\"a.example\"], \"merge\": true}, \"own-domain\": 1}",
    "{\"own-domains\": [",
    "{\"expires\": \"2025-03-31T00:00:00Z\", \"enabled\": 1}",
  };

  for (guint i = 0; i < n; i++)
    {
      policy_tree_write (tree, ETC "policy.json", texts[i % G_N_ELEMENTS (texts)]);
      buoy_policy_reload (policy);
    }
}

/* Without the monitors of files, whose thread has tables of its own. */
static void
test_leaks (void)
{
  g_autoptr (PolicyTree) tree = policy_tree_new ();
  g_autoptr (BuoyPolicy) policy = buoy_policy_new (tree->keys, tree->root);
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings) settings G_GNUC_UNUSED
      = buoy_policy_settings_new (policy, buoy_policy_keys_get_schema (tree->keys, BUOY_SETTINGS_SCHEMA), backend);
  gsize before;

  reload_some (tree, policy, RELOADS);
  before = mallinfo2 ().uordblks;
  reload_some (tree, policy, RELOADS);
  g_assert_cmpuint (mallinfo2 ().uordblks, <, before + MAX_GROWTH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy/settings/default", test_default);
  g_test_add_func ("/policy/settings/lock", test_lock);
  g_test_add_func ("/policy/settings/merge", test_merge);
  g_test_add_func ("/policy/settings/merge-into-policy", test_merge_into_policy);
  g_test_add_func ("/policy/settings/organisation", test_organisation);
  g_test_add_func ("/policy/settings/delayed", test_delayed);
  g_test_add_func ("/policy/settings/signals", test_signals);
  g_test_add_func ("/policy/settings/live", test_live);
  g_test_add_func ("/policy/settings/lock-below", test_lock_below);
  g_test_add_func ("/policy/settings/threads", test_threads);
  g_test_add_func ("/policy/settings/leaks", test_leaks);
  return g_test_run ();
}
