/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A newer file of registries: when it is asked for, what is taken of it, and that the built-in one stays below it.
 */
#include "config.h"

#include "net/rdap/buoy-rdap-servers.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "http/registry.h"
#include "net/rdap/buoy-lookup-private.h"
#include "registry/buoy-data.h"

#define DAY (24 * 60 * 60)
#define PAGE "/rdap/dns.json"

#define NEWER "\"publication\":\"2026-11-20T04:00:02Z\""
#define OLDER "\"publication\":\"2023-11-20T04:00:02Z\""
#define OUR_SHOP "https://rdap.gmoregistry.net/rdap/"
#define THEIR_SHOP "https://rdap.shop-registry.test/rdap/"

typedef struct
{
  char *folder, *path;
  BuoyStore *store;
  Registry *registry;
  BuoyRdapServers *servers;
} Fixture;

static gint64
now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The built-in file with another date, and another registry for .shop. */
static char *
write_file (const char *publication)
{
  g_autoptr (GBytes) bytes = buoy_data_read_bytes ("rdap-dns.json");
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  char *old = strstr (text->str, "2024-02-07T04:00:02Z");

  g_assert_nonnull (old);
  memcpy (old, strstr (publication, "20"), strlen ("2024-02-07T04:00:02Z"));
  g_assert_cmpuint (g_string_replace (text, OUR_SHOP, THEIR_SHOP, 0), >, 0);
  return g_string_free (text, FALSE);
}

static void
open_servers (Fixture *fixture)
{
  g_clear_pointer (&fixture->servers, buoy_rdap_servers_free);
  fixture->servers = buoy_rdap_servers_new (fixture->path, registry_get_url (fixture->registry));
}

static void
set_up (Fixture *fixture, const RegistryPage *pages)
{
  g_autofree char *store = NULL;

  fixture->folder = g_dir_make_tmp ("bellbuoy-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "cache", "rdap-dns.json", NULL);
  store = g_build_filename (fixture->folder, "answers.db", NULL);
  fixture->store = buoy_store_open (store, BUOY_STORE_MAX_ANSWERS);
  fixture->registry = registry_start (pages);
  open_servers (fixture);
}

static void
tear_down (Fixture *fixture)
{
  g_autofree char *cache = g_path_get_dirname (fixture->path);
  g_autofree char *store = g_build_filename (fixture->folder, "answers.db", NULL);

  g_clear_pointer (&fixture->servers, buoy_rdap_servers_free);
  registry_stop (fixture->registry);
  g_clear_pointer (&fixture->store, buoy_store_close);
  g_unlink (fixture->path);
  g_remove (cache); /* a file in one test */
  g_unlink (store);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
renew (Fixture *fixture, gint64 when)
{
  buoy_rdap_servers_renew (fixture->servers, fixture->store, when);
  buoy_rdap_servers_wait (fixture->servers);
}

static void
assert_finds (Fixture *fixture, const char *domain, const char *expected)
{
  g_autofree char *url = buoy_rdap_servers_find (fixture->servers, domain);

  g_assert_cmpstr (url, ==, expected);
}

static void
test_newer (void)
{
  g_autofree char *newer = write_file (NEWER);
  const RegistryPage pages[] = { { .path = PAGE, .status = 200, .body = newer }, { .path = NULL } };
  Fixture fixture = { 0 };

  set_up (&fixture, pages);
  assert_finds (&fixture, "evil.shop", OUR_SHOP);
  renew (&fixture, now ());
  assert_finds (&fixture, "evil.shop", THEIR_SHOP);
  assert_finds (&fixture, "evil.test", NULL);
  open_servers (&fixture); /* as another process does */
  assert_finds (&fixture, "evil.shop", THEIR_SHOP);
  renew (&fixture, now () + 6 * DAY);
  g_assert_cmpuint (registry_get_n_requests (fixture.registry), ==, 1);
  renew (&fixture, now () + 8 * DAY);
  g_assert_cmpuint (registry_get_n_requests (fixture.registry), ==, 2);
  tear_down (&fixture);
}

/* What a newer file no longer lists is found in ours. */
static void
test_floor (void)
{
  g_autofree char *newer = write_file (NEWER);
  const RegistryPage pages[] = { { .path = PAGE, .status = 200, .body = newer }, { .path = NULL } };
  Fixture fixture = { 0 };
  char *shop = strstr (newer, "\"shop\"");

  g_assert_nonnull (shop);
  memcpy (shop, "\"test\"", strlen ("\"test\""));
  set_up (&fixture, pages);
  renew (&fixture, now ());
  assert_finds (&fixture, "evil.test", THEIR_SHOP);
  assert_finds (&fixture, "evil.shop", OUR_SHOP);
  tear_down (&fixture);
}

typedef struct
{
  const char *name;
  RegistryPage page;
  gsize n_kept; /* bytes of a newer file; 0: of @page */
} FaultRow;

#define FEW "{" NEWER ",\"services\":[[[\"shop\"],[\"" THEIR_SHOP "\"]]]}"

static const FaultRow faults[] = {
  { "missing", { .path = PAGE, .status = 404, .body = "" }, 0 },
  { "out-of-order", { .path = PAGE, .status = 500, .body = FEW }, 0 },
  { "page", { .path = PAGE, .status = 200, .body = "<html>Please log in</html>" }, 0 },
  { "to-login", { .path = PAGE, .status = 302, .body = "", .location = "http://login.cafe.test/" }, 0 },
  { "brackets", { .path = PAGE, .status = 200, .n_bytes = 100 * 1000 }, 0 },
  { "megabytes", { .path = PAGE, .status = 200, .n_bytes = 2 * 1024 * 1024 }, 0 },
  { "drip", { .path = PAGE, .status = 200, .n_bytes = 1000, .drip_ms = 1000 }, 0 },
  { "few", { .path = PAGE, .status = 200, .body = FEW }, 0 },
  { "half", { .path = PAGE, .status = 200 }, 30 * 1000 },
  { "empty", { .path = PAGE, .status = 200, .body = "" }, 0 },
};

/* Whatever comes, our file stays, nothing is kept, and nobody is asked again on that day, by any process. */
static void
test_fault (gconstpointer data)
{
  const FaultRow *row = data;
  g_autofree char *newer = write_file (NEWER);
  RegistryPage pages[] = { row->page, { .path = NULL } };
  Fixture fixture = { 0 };

  if (row->n_kept > 0)
    {
      newer[row->n_kept] = '\0';
      pages[0].body = newer;
    }
  set_up (&fixture, pages);
  for (guint i = 0; i < 2; i++)
    {
      renew (&fixture, now ());
      assert_finds (&fixture, "evil.shop", OUR_SHOP);
      g_assert_false (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
      g_assert_cmpuint (registry_get_n_requests (fixture.registry), ==, 1);
      open_servers (&fixture);
    }
  tear_down (&fixture);
}

/* A file from before ours is none, wherever it stands. */
static void
test_older (void)
{
  g_autofree char *older = write_file (OLDER);
  const RegistryPage pages[] = { { .path = PAGE, .status = 200, .body = older }, { .path = NULL } };
  Fixture fixture = { 0 };
  g_autofree char *folder = NULL;

  set_up (&fixture, pages);
  renew (&fixture, now ());
  assert_finds (&fixture, "evil.shop", OUR_SHOP);
  folder = g_path_get_dirname (fixture.path);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture.path, older, -1, NULL));
  open_servers (&fixture);
  assert_finds (&fixture, "evil.shop", OUR_SHOP);
  tear_down (&fixture);
}

/* A copy that was kept next year, by a clock that was wrong, is asked for anew. */
static void
test_clock (void)
{
  g_autofree char *newer = write_file (NEWER);
  const RegistryPage pages[] = { { .path = PAGE, .status = 200, .body = newer }, { .path = NULL } };
  const struct utimbuf next_year = { now () + 365 * DAY, now () + 365 * DAY };
  Fixture fixture = { 0 };

  set_up (&fixture, pages);
  renew (&fixture, now ());
  g_assert_cmpint (g_utime (fixture.path, (struct utimbuf *) &next_year), ==, 0);
  open_servers (&fixture);
  renew (&fixture, now () + 2 * DAY);
  g_assert_cmpuint (registry_get_n_requests (fixture.registry), ==, 2);
  tear_down (&fixture);
}

/* Where the copy can't be kept, this process has it all the same. */
static void
test_disk (void)
{
  g_autofree char *newer = write_file (NEWER);
  const RegistryPage pages[] = { { .path = PAGE, .status = 200, .body = newer }, { .path = NULL } };
  Fixture fixture = { 0 };
  g_autofree char *folder = NULL;

  set_up (&fixture, pages);
  folder = g_path_get_dirname (fixture.path);
  g_assert_true (g_file_set_contents (folder, "a file where the folder should be", -1, NULL));
  g_test_expect_message ("bellbuoy-net", G_LOG_LEVEL_MESSAGE, "The list of registries is not kept*");
  renew (&fixture, now ());
  g_test_assert_expected_messages ();
  assert_finds (&fixture, "evil.shop", THEIR_SHOP);
  tear_down (&fixture);
}

/* A server of tests answers for all registries: the file is not asked for. */
static void
test_lookup (void)
{
  const RegistryPage pages[] = { { .path = NULL } };
  Fixture fixture = { 0 };
  g_autoptr (BuoyLookup) lookup = NULL;

  set_up (&fixture, pages);
  lookup = buoy_lookup_new (g_steal_pointer (&fixture.store), registry_get_url (fixture.registry));
  g_assert_null (buoy_lookup_ask (lookup, "evil.jp", NULL, now (), NULL, NULL));
  g_assert_cmpuint (registry_get_n_requests (fixture.registry), ==, 1);
  buoy_lookup_free (g_steal_pointer (&lookup));
  tear_down (&fixture);
}

static void
test_lookup_renews (void)
{
  g_autofree char *newer = write_file (NEWER);
  const RegistryPage pages[] = { { .path = PAGE, .status = 200, .body = newer }, { .path = NULL } };
  Fixture fixture = { 0 };
  g_autoptr (BuoyLookup) lookup = NULL;
  g_auto (GStrv) paths = NULL;

  set_up (&fixture, pages);
  lookup = buoy_lookup_new (g_steal_pointer (&fixture.store), NULL);
  buoy_lookup_take_servers (lookup, g_steal_pointer (&fixture.servers));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *domain = g_strdup_printf ("evil-%u.jp", i); /* a registry that gives no answers */
      g_autoptr (GError) error = NULL;

      g_assert_null (buoy_lookup_ask (lookup, domain, NULL, now (), NULL, &error));
      g_assert_error (error, BUOY_LOOKUP_ERROR, BUOY_LOOKUP_ERROR_NO_REGISTRY);
    }
  paths = registry_dup_paths (fixture.registry);
  g_assert_cmpuint (g_strv_length (paths), ==, 1);
  g_assert_cmpstr (paths[0], ==, PAGE);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/servers/newer", test_newer);
  g_test_add_func ("/servers/floor", test_floor);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/servers/fault/", faults[i].name, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/servers/older", test_older);
  g_test_add_func ("/servers/clock", test_clock);
  g_test_add_func ("/servers/disk", test_disk);
  g_test_add_func ("/servers/lookup", test_lookup);
  g_test_add_func ("/servers/lookup-renews", test_lookup_renews);
  return g_test_run ();
}
