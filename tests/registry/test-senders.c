/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The file of sending services: entries are complete, hosts valid, and none is listed twice.
 */
#include "config.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-data.h"
#include "registry/buoy-senders.h"

static void
test_file (void)
{
  g_autofree char *text = buoy_data_read_text ("senders.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) ids = NULL;

  g_assert_true (g_key_file_load_from_data (file, text, G_MAXSIZE, G_KEY_FILE_NONE, NULL));
  ids = g_key_file_get_groups (file, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *title = g_key_file_get_string (file, ids[i], "title", NULL);
      g_auto (GStrv) hosts = g_key_file_get_string_list (file, ids[i], "hosts", NULL, NULL);

      g_assert_true (i == 0 || g_strcmp0 (ids[i - 1], ids[i]) < 0);
      g_assert_nonnull (title);
      g_assert_nonnull (hosts);
      for (guint j = 0; hosts[j] != NULL; j++)
        {
          g_autofree char *ascii = buoy_host_to_ascii (hosts[j]);
          const BuoySender *sender = buoy_senders_find_by_host (hosts[j]);

          g_assert_cmpstr (ascii, ==, hosts[j]);
          g_assert_nonnull (buoy_host_registrable_domain (hosts[j]));
          g_assert_true (g_hash_table_add (seen, g_strdup (hosts[j])));
          g_assert_cmpstr (sender->id, ==, ids[i]);
        }
    }
}

static void
test_find (void)
{
  g_assert_cmpstr (buoy_senders_find_by_host ("u1.ct.sendgrid.net")->title, ==, "SendGrid");
  g_assert_null (buoy_senders_find_by_host ("evilsendgrid.net"));
  g_assert_null (buoy_senders_find_by_host ("sendgrid.net.evil.example"));
  g_assert_null (buoy_senders_find_by_host ("net"));
  g_assert_null (buoy_senders_find_by_host (""));
  g_assert_null (buoy_senders_find_by_host (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/senders/file", test_file);
  g_test_add_func ("/senders/find", test_find);
  return g_test_run ();
}
