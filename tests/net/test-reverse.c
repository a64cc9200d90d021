/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The names of an address, asked of a real server on loopback: which agree, what is asked, what is kept.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dns-server.h"
#include "net/buoy-reverse.h"

#define PATIENCE 60 /* seconds; a test that expects an answer waits for it however busy the machine is */
#define NOW 1795910400
#define TTL 600

#define ADDRESS "198.51.100.7"
#define ZONE "7.100.51.198.in-addr.arpa"

typedef struct
{
  const char *name;
  const char *names[8];     /* of ADDRESS; none: it has no name */
  const char *addresses[4]; /* of the name "mail.shop.example" */
  DnsBehaviour behaviour;   /* of the reverse zone's server, if not DNS_TEXTS */
  DnsBehaviour forward;     /* of the name's server, if not DNS_TEXTS */
  const char *expected;     /* state, names; | and what was asked */
} Row;

static const Row rows[] = {
  { .name = "agrees",
    .names = { "mail.shop.example" },
    .addresses = { "203.0.113.1", ADDRESS },
    .expected = "agrees mail.shop.example | " ZONE " mail.shop.example" },
  { .name = "differs",
    .names = { "mail.shop.example" },
    .addresses = { "203.0.113.1" },
    .expected = "differs mail.shop.example | " ZONE " mail.shop.example" },
  { .name = "claims-a-company",
    .names = { "www.amazon.co.jp" },
    .expected = "differs www.amazon.co.jp | " ZONE " www.amazon.co.jp" },
  { .name = "second-name",
    .names = { "other.example", "Mail.Shop.EXAMPLE" },
    .addresses = { ADDRESS },
    .expected = "agrees mail.shop.example other.example | " ZONE " other.example mail.shop.example" },
  { .name = "many-names",
    .names = { "a.example", "b.example", "c.example", "d.example", "mail.shop.example" },
    .addresses = { ADDRESS },
    .expected = "differs a.example b.example c.example d.example | " ZONE " a.example b.example c.example d.example" },
  { .name = "strange-name", .names = { "a b\"<i>.example" }, .expected = "unknown a\\032b\\\"<i>.example | " ZONE },
  { .name = "none", .expected = "none | " ZONE },
  { .name = "failure", .behaviour = DNS_FAILURE, .expected = "unknown | " ZONE " " ZONE },
  { .name = "nonsense", .behaviour = DNS_NONSENSE, .expected = "unknown | " ZONE },
  { .name = "forward-failure",
    .names = { "mail.shop.example" },
    .forward = DNS_FAILURE,
    .expected = "unknown mail.shop.example | " ZONE " mail.shop.example mail.shop.example" },
};

static const char *const state_words[] = { "unknown", "none", "differs", "agrees" };

static void
set_names (DnsServer *server, const Row *row)
{
  if (row->behaviour != DNS_TEXTS)
    dns_server_set (server, ZONE, row->behaviour, TTL, NULL, NULL);
  else if (row->names[0] != NULL)
    dns_server_set_records (server, ZONE, BUOY_DNS_PTR, TTL, row->names);
  if (row->forward != DNS_TEXTS)
    dns_server_set (server, "mail.shop.example", row->forward, TTL, NULL, NULL);
  else if (row->addresses[0] != NULL)
    dns_server_set_records (server, "mail.shop.example", BUOY_DNS_A, TTL, row->addresses);
}

static char *
ask (BuoyResolver *resolver, BuoyStore *store, const char *address, gint64 now)
{
  g_autoptr (BuoyServer) server = buoy_reverse_ask (resolver, store, address, now, G_MAXINT64, NULL);
  g_autofree char *names = g_strjoinv (" ", server->names);

  return g_strconcat (state_words[server->state], *names != '\0' ? " " : "", names, NULL);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
  g_autofree char *found = NULL, *asked = NULL, *both = NULL;

  set_names (server, row);
  found = ask (resolver, NULL, ADDRESS, NOW);
  asked = dns_server_dup_asked (server);
  both = g_strconcat (found, " | ", asked, NULL);
  g_assert_cmpstr (both, ==, row->expected);
}

/* RFC 3596 §2.5. */
static void
test_six (void)
{
  static const char zone[] = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa";
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
  g_autofree char *found = NULL;

  dns_server_set_records (server, zone, BUOY_DNS_PTR, TTL, (const char *const[]){ "mail.shop.example", NULL });
  dns_server_set_records (server, "mail.shop.example", BUOY_DNS_AAAA, TTL,
                          (const char *const[]){ "2001:DB8:0::1", NULL });
  found = ask (resolver, NULL, "2001:db8::1", NOW);
  g_assert_cmpstr (found, ==, "agrees mail.shop.example");
}

/* Nothing that can be read comes within the deadline: that is no name that does not agree. */
static void
test_silence (gconstpointer behaviour)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), 1);
  g_autoptr (BuoyServer) found = NULL;
  const gint64 before = g_get_monotonic_time ();

  dns_server_set (server, ZONE, (DnsBehaviour) GPOINTER_TO_INT (behaviour), TTL, NULL, NULL);
  found = buoy_reverse_ask (resolver, NULL, ADDRESS, NOW, before + G_USEC_PER_SEC, NULL);
  g_assert_cmpint (found->state, ==, BUOY_SERVER_NAME_UNKNOWN);
}

/* The longest answer that there is, some 2,500 names: four of them are asked for. Only over TCP may it be so long, and
 * takes a second question.
 */
static void
test_longest (gconstpointer behaviour)
{
  const guint n_questions = GPOINTER_TO_INT (behaviour) == DNS_STREAM_FLOOD ? 2 : 1;
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
  g_autofree char *found = NULL;

  dns_server_set (server, ZONE, (DnsBehaviour) GPOINTER_TO_INT (behaviour), TTL, NULL, NULL);
  found = ask (resolver, NULL, ADDRESS, NOW);
  g_assert_cmpstr (found, ==, "differs n0.example n1.example n2.example n3.example");
  g_assert_cmpuint (dns_server_count_all (server), ==, n_questions + BUOY_SERVER_MAX_NAMES);
}

/* Eight names in a datagram: four of them are asked for. */
static void
test_flood (void)
{
  static const char *const names[] = {
    "a.example", "b.example", "c.example", "d.example", "e.example", "f.example", "g.example", "h.example", NULL,
  };
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
  g_autofree char *found = NULL;

  dns_server_set_records (server, ZONE, BUOY_DNS_PTR, TTL, names);
  found = ask (resolver, NULL, ADDRESS, NOW);
  g_assert_cmpstr (found, ==, "differs a.example b.example c.example d.example");
  g_assert_cmpuint (dns_server_count_all (server), ==, 1 + BUOY_SERVER_MAX_NAMES);
}

/* An answer is kept as long as its records say, for all programs of the reader; a failure is not. */
static void
test_kept (void)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-reverse-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "answers.db", NULL);
  BuoyStore *store = buoy_store_open (path, BUOY_STORE_MAX_ANSWERS);

  set_names (server, &rows[0]);
  for (guint i = 0; i < 3; i++)
    {
      /* a new one each time: it remembers nothing */
      g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
      g_autofree char *found = ask (resolver, store, ADDRESS, NOW + (i < 2 ? i * (TTL - 1) : TTL));

      g_assert_cmpstr (found, ==, "agrees mail.shop.example");
      g_assert_cmpuint (dns_server_count (server, ZONE), ==, i < 2 ? 1 : 2);
    }
  buoy_store_close (store);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/net/reverse/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/net/reverse/six", test_six);
  g_test_add_data_func ("/net/reverse/silence", GINT_TO_POINTER (DNS_SILENCE), test_silence);
  g_test_add_data_func ("/net/reverse/stream-silence", GINT_TO_POINTER (DNS_STREAM_SILENCE), test_silence);
  g_test_add_data_func ("/net/reverse/stream-drip", GINT_TO_POINTER (DNS_STREAM_DRIP), test_silence);
  g_test_add_func ("/net/reverse/flood", test_flood);
  g_test_add_data_func ("/net/reverse/datagram", GINT_TO_POINTER (DNS_FLOOD), test_longest);
  g_test_add_data_func ("/net/reverse/stream", GINT_TO_POINTER (DNS_STREAM_FLOOD), test_longest);
  g_test_add_func ("/net/reverse/kept", test_kept);
  return g_test_run ();
}
