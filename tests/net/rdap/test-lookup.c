/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Lookups of domains in a registry on loopback: what is sent, how often, and how answers are used.
 */
#include "config.h"

#include "net/rdap/buoy-lookup-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "http/registry.h"
#include "registry/buoy-registration-private.h"

#define NOW 1795910400 /* 2026-11-29 */
#define DAY (24 * 60 * 60)

#define OBJECT(name) "{\"objectClassName\":\"domain\",\"ldhName\":\"" name "\""
#define RELATED(url) ",\"links\":[{\"rel\":\"related\",\"type\":\"application/rdap+json\",\"href\":\"" url "\"}]"
#define REGISTERED(date) ",\"events\":[{\"eventAction\":\"registration\",\"eventDate\":\"" date "\"}]"

static const RegistryPage pages[] = {
  { .path = "/domain/shop.com", .status = 200, .body = OBJECT ("shop.com") REGISTERED ("2026-11-24T00:00:00Z") "}" },
  { .path = "/domain/old.com", .status = 200, .body = OBJECT ("old.com") REGISTERED ("1996-11-24T00:00:00Z") "}" },
  { .path = "/domain/other.com", .status = 200, .body = OBJECT ("shop.com") "}" },
  { .path = "/domain/portal.com", .status = 200, .body = "<html>Please sign in" },
  { .path = "/domain/busy.com", .status = 429, .body = "", .retry_after = "1" },
  { .path = "/domain/slow-busy.com", .status = 429, .retry_after = "1", .n_bytes = 1, .drip_ms = 600 },
  { .path = "/domain/broken.com", .status = 500, .body = "" },
  { .path = "/domain/none.com", .status = 501, .body = "" },
  { .path = "/domain/deep.com", .status = 200, .n_bytes = 60 * 1000 },
  { .path = "/domain/large.com", .status = 200, .n_bytes = 1000 * 1000 },
  { .path = "/domain/circle.com", .status = 302, .body = "", .location = "/domain/circle.com" },
  { .path = "/domain/drip.com", .status = 200, .n_bytes = 60 * 1000, .drip_ms = 1000 },
  { .path = "/domain/class.com", .status = 200, .body = "{\"objectClassName\":\"entity\",\"ldhName\":\"class.com\"}" },
  { .path = "/domain/no-events.com", .status = 200, .body = OBJECT ("no-events.com") "}" },
  { .path = "/domain/past.com", .status = 200, .body = OBJECT ("past.com") REGISTERED ("1601-01-01T00:00:00Z") "}" },
  { .path = "/domain/future.com",
    .status = 200,
    .body = OBJECT ("future.com") REGISTERED ("2200-01-01T00:00:00Z") "}" },
  { .path = "/domain/xn--bcher-kva.com",
    .status = 200,
    .body = OBJECT ("XN--BCHER-KVA.COM") REGISTERED ("2026-11-24T00:00:00Z") "}" },
  { .path = "/domain/no-scheme.com",
    .status = 200,
    .body = OBJECT ("no-scheme.com") REGISTERED ("2026-11-24T00:00:00Z")
        RELATED ("rdap.registrar.example/domain/no-scheme.com") "}" },
  { .path = "/domain/no-host.com",
    .status = 200,
    .body = OBJECT ("no-host.com") REGISTERED ("2026-11-24T00:00:00Z") RELATED ("mailto:x") "}" },
  { .path = "/v1/domain/shop.com", .status = 200, .body = OBJECT ("shop.com") "}" },
  { .path = "/v1/domain/moved.com", .status = 302, .body = "", .location = "/domain/moved.com" },
  { .path = "/domain/moved.com", .status = 200, .body = OBJECT ("moved.com") "}" },
  { .path = NULL },
};

typedef struct
{
  char *folder, *path;
  Registry *registry;
  BuoyLookup *lookup;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("bellbuoy-lookup-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "answers.db", NULL);
  fixture->registry = registry_start (pages);
  fixture->lookup
      = buoy_lookup_new (buoy_store_open (fixture->path, BUOY_STORE_MAX_ANSWERS), registry_get_url (fixture->registry));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  buoy_lookup_free (fixture->lookup);
  registry_stop (fixture->registry);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_known (BuoyLookup *lookup, const char *host, gint64 now, int age)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyRegistration) registration = buoy_lookup_ask (lookup, host, NULL, now, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (buoy_registration_get_age (registration, now), ==, age);
  g_assert_cmpstr (buoy_registration_get_source (registration), ==, "127.0.0.1");
}

static void
assert_fails (BuoyLookup *lookup, const char *host, gint64 now, BuoyLookupError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (buoy_lookup_ask (lookup, host, NULL, now, NULL, &error));
  g_assert_error (error, BUOY_LOOKUP_ERROR, (int) code);
}

/* Only the domain is looked up, once, whatever host of it is asked about. */
static void
test_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoyLookup) other
      = buoy_lookup_new (buoy_store_open (fixture->path, BUOY_STORE_MAX_ANSWERS), registry_get_url (fixture->registry));

  assert_known (fixture->lookup, "mail5.SHOP.com", NOW, 5);
  assert_known (fixture->lookup, "reader-7f.www.shop.com", NOW, 5);
  assert_known (other, "shop.com", NOW + DAY - 1, 5);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 1);
  assert_known (other, "shop.com", NOW + DAY, 6);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 2);
}

/* A domain that is thirty years old is not looked up again soon. */
static void
test_old (Fixture *fixture, gconstpointer unused)
{
  assert_known (fixture->lookup, "old.com", NOW, 10962);
  assert_known (fixture->lookup, "old.com", NOW + 89 * DAY, 11051);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 1);
}

/* A registry that asks to wait is asked about no domain, by no client of this reader, for that long and no longer. */
static void
test_busy (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoyLookup) other
      = buoy_lookup_new (buoy_store_open (fixture->path, BUOY_STORE_MAX_ANSWERS), registry_get_url (fixture->registry));

  assert_fails (fixture->lookup, "busy.com", NOW, BUOY_LOOKUP_ERROR_BUSY);
  assert_fails (other, "busy.com", NOW, BUOY_LOOKUP_ERROR_BUSY);
  assert_fails (other, "shop.com", NOW, BUOY_LOOKUP_ERROR_BUSY);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 1);
  assert_known (other, "shop.com", NOW + 1, 5);
  assert_fails (other, "busy.com", NOW + 1, BUOY_LOOKUP_ERROR_BUSY);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 3);
}

/* The time to wait begins with the answer that asks for it, which took more than a second here. */
static void
test_slow_busy (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (BuoyLookup) other
      = buoy_lookup_new (buoy_store_open (fixture->path, BUOY_STORE_MAX_ANSWERS), registry_get_url (fixture->registry));

  assert_fails (fixture->lookup, "slow-busy.com", NOW, BUOY_LOOKUP_ERROR_BUSY);
  assert_fails (other, "shop.com", NOW + 1, BUOY_LOOKUP_ERROR_BUSY);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 1);
}

/* A failure names the server that was asked, and when; so does the stored one. */
static void
test_source (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *host, *source;
    gint64 asked;
  } failures[] = {
    { "unknown.com", "127.0.0.1", NOW },
    { "portal.com", "127.0.0.1", NOW },
    { "circle.com", "127.0.0.1", NOW },
    { "someone.github.io", NULL, 0 },
    { "8.8.8.8", NULL, 0 },
    { "busy.com", "127.0.0.1", NOW },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (failures); i++)
    {
      const guint which = i / 2;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) copy = NULL;

      g_assert_null (buoy_lookup_ask (fixture->lookup, failures[which].host, NULL, NOW + i % 2, NULL, &error));
      copy = g_error_copy (error);
      g_assert_cmpstr (buoy_lookup_error_get_source (copy), ==, failures[which].source);
      if (!g_error_matches (copy, BUOY_LOOKUP_ERROR, BUOY_LOOKUP_ERROR_BUSY))
        g_assert_cmpint (buoy_lookup_error_get_asked (copy), ==, failures[which].asked);
    }
}

/* A registrar's record whose address is none that may be asked adds nothing to the registry's answer. */
static void
test_related (Fixture *fixture, gconstpointer unused)
{
  assert_known (fixture->lookup, "no-scheme.com", NOW, 5);
  assert_known (fixture->lookup, "no-host.com", NOW, 5);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 2);
}

/* Nobody was asked at an address that may not be asked. */
static void
test_no_address (Fixture *fixture, gconstpointer unused)
{
  static const char *const addresses[] = { "rdap.registry.example", "mailto:x",          "https://",
                                           "https://localhost",     "https://127.0.0.1", "http://a.example" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", addresses[i]);
      g_assert_null (buoy_lookup_ask (fixture->lookup, "shop.com", addresses[i], NOW + i * DAY, NULL, &error));
      g_assert_error (error, BUOY_LOOKUP_ERROR, BUOY_LOOKUP_ERROR_UNREACHABLE);
      g_assert_null (buoy_lookup_error_get_source (error));
    }
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 0);
}

typedef struct
{
  const char *host;
  BuoyLookupError code;
  guint n_requests;
  gint64 again; /* seconds after which it is looked up again; 0: never */
} Row;

static const Row rows[] = {
  { "unknown.com", BUOY_LOOKUP_ERROR_NOT_REGISTERED, 1, 60 * 60 },
  { "none.com", BUOY_LOOKUP_ERROR_NO_REGISTRY, 1, 60 * 60 },
  { "other.com", BUOY_LOOKUP_ERROR_ANSWER, 1, 60 },
  { "portal.com", BUOY_LOOKUP_ERROR_ANSWER, 1, 60 },
  { "broken.com", BUOY_LOOKUP_ERROR_UNREACHABLE, 1, 60 },
  { "busy.com", BUOY_LOOKUP_ERROR_BUSY, 1, 0 },
  { "deep.com", BUOY_LOOKUP_ERROR_ANSWER, 1, 60 },
  { "large.com", BUOY_LOOKUP_ERROR_UNREACHABLE, 1, 60 },
  { "circle.com", BUOY_LOOKUP_ERROR_UNREACHABLE, 4, 0 },
  { "drip.com", BUOY_LOOKUP_ERROR_UNREACHABLE, 1, 0 },
  { "class.com", BUOY_LOOKUP_ERROR_ANSWER, 1, 60 },
  { "8.8.8.8", BUOY_LOOKUP_ERROR_NO_DOMAIN, 0, 0 },
  { "[2001:db8::1]", BUOY_LOOKUP_ERROR_NO_DOMAIN, 0, 0 },
  { "localhost", BUOY_LOOKUP_ERROR_NO_DOMAIN, 0, 0 },
  { "com", BUOY_LOOKUP_ERROR_NO_DOMAIN, 0, 0 },
  { "", BUOY_LOOKUP_ERROR_NO_DOMAIN, 0, 0 },
  { "a b.com", BUOY_LOOKUP_ERROR_NO_DOMAIN, 0, 0 },
  { "shop.com/../x", BUOY_LOOKUP_ERROR_NO_DOMAIN, 0, 0 },
  { "someone.github.io", BUOY_LOOKUP_ERROR_SHARED, 0, 0 },
  { "github.io", BUOY_LOOKUP_ERROR_SHARED, 0, 0 },
};

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;

  assert_fails (fixture->lookup, row->host, NOW, row->code);
  assert_fails (fixture->lookup, row->host, NOW, row->code);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, row->n_requests);
  if (row->again == 0)
    return;
  assert_fails (fixture->lookup, row->host, NOW + row->again - 1, row->code);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, row->n_requests);
  assert_fails (fixture->lookup, row->host, NOW + row->again, row->code);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, row->n_requests + 1);
}

/* An answer without a date that a domain can have been registered at is one without an age, which accuses nobody. */
static void
test_no_age (Fixture *fixture, gconstpointer unused)
{
  assert_known (fixture->lookup, "no-events.com", NOW, -1);
  assert_known (fixture->lookup, "past.com", NOW, -1);
  assert_known (fixture->lookup, "future.com", NOW, -1);
}

/* A registry knows A-labels. */
static void
test_idn (Fixture *fixture, gconstpointer unused)
{
  g_auto (GStrv) asked = NULL;

  assert_known (fixture->lookup, "www.Bücher.com", NOW, 5);
  asked = registry_dup_paths (fixture->registry);
  g_assert_cmpstr (asked[0], ==, "/domain/xn--bcher-kva.com");
  g_assert_null (asked[1]);
}

/* A clock that goes wrong costs a question, and no more. */
static void
test_wrong_clock (Fixture *fixture, gconstpointer unused)
{
  assert_known (fixture->lookup, "shop.com", NOW, 5);
  assert_known (fixture->lookup, "shop.com", 0, -1);
  assert_known (fixture->lookup, "shop.com", NOW, 5);
}

/* The organisation's cache is asked instead of the registry. */
static void
test_gateway (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyRegistration) registration
      = buoy_lookup_ask (fixture->lookup, "shop.com", registry_get_url (fixture->registry), NOW, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (buoy_registration_get_age (registration, NOW), ==, -1);
}

/* Where a gateway sends on to, nobody is asked: it stands between readers and registries. */
static void
test_gateway_moves (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      buoy_lookup_ask (fixture->lookup, "moved.com", registry_get_url (fixture->registry), NOW, NULL, &error));
  g_assert_error (error, BUOY_LOOKUP_ERROR, BUOY_LOOKUP_ERROR_UNREACHABLE);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 1);
}

static gpointer
ask (gpointer data)
{
  assert_known (data, "shop.com", NOW, 5);
  return NULL;
}

/* Concurrent lookups of a domain share one request. */
static void
test_at_once (Fixture *fixture, gconstpointer unused)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asker", ask, fixture->lookup);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (registry_get_n_requests (fixture->registry), ==, 1);
}

/* A cancelled lookup says nothing about the registry. */
static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (buoy_lookup_ask (fixture->lookup, "shop.com", NULL, NOW, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_known (fixture->lookup, "shop.com", NOW, 5);
}

#define ADD(name, data, function) g_test_add (name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/net/lookup/once", NULL, test_once);
  ADD ("/net/lookup/old", NULL, test_old);
  ADD ("/net/lookup/gateway", NULL, test_gateway);
  ADD ("/net/lookup/gateway-moves", NULL, test_gateway_moves);
  ADD ("/net/lookup/at-once", NULL, test_at_once);
  ADD ("/net/lookup/no-age", NULL, test_no_age);
  ADD ("/net/lookup/idn", NULL, test_idn);
  ADD ("/net/lookup/wrong-clock", NULL, test_wrong_clock);
  ADD ("/net/lookup/busy", NULL, test_busy);
  ADD ("/net/lookup/slow-busy", NULL, test_slow_busy);
  ADD ("/net/lookup/source", NULL, test_source);
  ADD ("/net/lookup/related", NULL, test_related);
  ADD ("/net/lookup/no-address", NULL, test_no_address);
  ADD ("/net/lookup/cancelled", NULL, test_cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/net/lookup/failure/%u-%s", i, rows[i].host);

      ADD (path, &rows[i], test_failure);
    }
  return g_test_run ();
}
