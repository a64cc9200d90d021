/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Queries to a real server on loopback: which replies count, and what is cached.
 */
#include "config.h"

#include <string.h>

#include "dns-server.h"
#include "net/buoy-resolver.h"

/* Seconds. A test that expects an answer waits for it however busy the machine is; silence is detected after one. */
#define PATIENCE 60
#define LITTLE_PATIENCE 1
#define NO_DEADLINE G_MAXINT64

static const char *const state_words[] = { "unknown", "nothing", "found" };

static char *
ask (BuoyResolver *resolver, const char *name)
{
  g_autoptr (BuoyDnsAnswer) answer = buoy_resolver_ask (resolver, name, NO_DEADLINE, NULL);
  GString *out = g_string_new (state_words[answer->state]);

  for (guint i = 0; i < answer->texts->len; i++)
    g_string_append_printf (out, " [%s]", (char *) g_ptr_array_index (answer->texts, i));
  return g_string_free (out, FALSE);
}

static void
test_answers (void)
{
  static const struct
  {
    const char *name;
    DnsBehaviour behaviour;
    const char *text, *second, *expected;
  } cases[] = {
    { "one.test", DNS_TEXTS, "v=1", NULL, "found [v=1]" },      { "two.test", DNS_TEXTS, "a", "b", "found [a] [b]" },
    { "_dmarc.UPPER.test", DNS_TEXTS, "x", NULL, "found [x]" }, { "empty.test", DNS_TEXTS, NULL, NULL, "nothing" },
    { "missing.test", DNS_NO_NAME, NULL, NULL, "nothing" },     { "failure.test", DNS_FAILURE, NULL, NULL, "unknown" },
    { "nonsense.test", DNS_NONSENSE, NULL, NULL, "unknown" },
  };
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lower = g_ascii_strdown (cases[i].name, -1);
      g_autofree char *found = NULL;

      dns_server_set (server, lower, cases[i].behaviour, 60, cases[i].text, cases[i].second);
      found = ask (resolver, cases[i].name);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_silence (void)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), LITTLE_PATIENCE);
  g_autofree char *found = NULL;

  dns_server_set (server, "silent.test", DNS_SILENCE, 60, NULL, NULL);
  found = ask (resolver, "silent.test");
  g_assert_cmpstr (found, ==, "unknown");
}

/* A key of 2048 bits is two strings of one record; one of 8192 does not fit into a datagram. */
static void
test_long_text (gconstpointer length)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
  g_autofree char *text = g_strnfill (GPOINTER_TO_SIZE (length), 'k');
  g_autofree char *expected = g_strdup_printf ("found [%s]", text);
  g_autofree char *found = NULL;

  dns_server_set (server, "long.test", DNS_TEXTS, 60, text, NULL);
  found = ask (resolver, "long.test");
  g_assert_cmpstr (found, ==, expected);
}

/* TCP to a server that is silent or sends a byte now and then times out. */
static void
test_stuck_stream (gconstpointer behaviour)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), LITTLE_PATIENCE);
  g_autofree char *found = NULL;

  dns_server_set (server, "stuck.test", (DnsBehaviour) GPOINTER_TO_INT (behaviour), 60, NULL, NULL);
  found = ask (resolver, "stuck.test");
  g_assert_cmpstr (found, ==, "unknown");
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* The reader has moved on: nobody waits for the server, and the next query is sent again. */
static void
test_cancelled_stream (void)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BuoyDnsAnswer) answer = NULL;
  g_autofree char *found = NULL;
  GThread *thread;

  dns_server_set (server, "stuck.test", DNS_STREAM_DRIP, 60, NULL, NULL);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  answer = buoy_resolver_ask (resolver, "stuck.test", NO_DEADLINE, cancellable);
  g_thread_join (thread);
  g_assert_cmpint (answer->state, ==, BUOY_DNS_UNKNOWN);
  dns_server_set (server, "stuck.test", DNS_TEXTS, 60, "x", NULL);
  found = ask (resolver, "stuck.test");
  g_assert_cmpstr (found, ==, "found [x]");
}

static void
test_memory (void)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);

  dns_server_set (server, "kept.test", DNS_TEXTS, 60, "x", NULL);
  dns_server_set (server, "short.test", DNS_TEXTS, 0, "x", NULL);
  dns_server_set (server, "nothing.test", DNS_NO_NAME, 0, NULL, NULL);
  dns_server_set (server, "failure.test", DNS_FAILURE, 0, NULL, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_free (ask (resolver, "kept.test"));
      g_free (ask (resolver, "KEPT.test"));
      g_free (ask (resolver, "short.test"));
      g_free (ask (resolver, "nothing.test"));
    }
  g_assert_cmpuint (dns_server_count (server, "kept.test"), ==, 1);
  g_assert_cmpuint (dns_server_count (server, "short.test"), ==, 3);
  g_assert_cmpuint (dns_server_count (server, "nothing.test"), ==, 1);
}

static void
test_memory_ends (void)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);

  dns_server_set (server, "second.test", DNS_TEXTS, 1, "x", NULL);
  g_free (ask (resolver, "second.test"));
  g_usleep (1100 * 1000);
  g_free (ask (resolver, "second.test"));
  g_assert_cmpuint (dns_server_count (server, "second.test"), ==, 2);
}

static void
test_memory_is_bounded (void)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);

  dns_server_set (server, "first.test", DNS_TEXTS, 60, "x", NULL);
  g_free (ask (resolver, "first.test"));
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *name = g_strdup_printf ("n%u.test", i);

      g_free (ask (resolver, name));
    }
  g_free (ask (resolver, "first.test"));
  g_assert_cmpuint (dns_server_count (server, "first.test"), ==, 2);
}

/* Invalid names are not looked up. */
static void
test_names (void)
{
  static const char *const names[] = { "", ".", ".a.test", "a..test", "a b.test", "a\\.test", "ü.test", "a/b.test" };
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
  g_autofree char *label = g_strnfill (64, 'a');
  g_autofree char *name = g_strnfill (254, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *found = ask (resolver, names[i]);

      g_assert_cmpstr (found, ==, "unknown");
    }
  g_free (ask (resolver, label));
  g_free (ask (resolver, name));
  g_assert_cmpuint (dns_server_count_all (server), ==, 0);
}

static void
test_not_asked (void)
{
  g_autoptr (DnsServer) server = dns_server_new ();
  g_autoptr (BuoyResolver) resolver = buoy_resolver_new (dns_server_get_address (server), PATIENCE);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (BuoyDnsAnswer) late = buoy_resolver_ask (resolver, "a.test", g_get_monotonic_time (), NULL);
  g_autoptr (BuoyDnsAnswer) answer = NULL;

  g_cancellable_cancel (cancelled);
  answer = buoy_resolver_ask (resolver, "a.test", G_MAXINT64, cancelled);
  g_assert_cmpint (late->state, ==, BUOY_DNS_UNKNOWN);
  g_assert_cmpint (answer->state, ==, BUOY_DNS_UNKNOWN);
  g_assert_cmpuint (dns_server_count_all (server), ==, 0);
}

static void
test_no_server (void)
{
  static const char *const servers[] = { "127.0.0.1:x", "localhost", "", "127.0.0.1:99999" };

  for (gsize i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autoptr (BuoyResolver) resolver = buoy_resolver_new (servers[i], PATIENCE);
      g_autofree char *found = ask (resolver, "a.test");

      g_assert_cmpstr (found, ==, "unknown");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resolver/answers", test_answers);
  g_test_add_func ("/resolver/silence", test_silence);
  g_test_add_data_func ("/resolver/two-strings", GSIZE_TO_POINTER (400), test_long_text);
  g_test_add_data_func ("/resolver/by-stream", GSIZE_TO_POINTER (1500), test_long_text);
  g_test_add_data_func ("/resolver/stream-silence", GINT_TO_POINTER (DNS_STREAM_SILENCE), test_stuck_stream);
  g_test_add_data_func ("/resolver/stream-drip", GINT_TO_POINTER (DNS_STREAM_DRIP), test_stuck_stream);
  g_test_add_func ("/resolver/stream-cancelled", test_cancelled_stream);
  g_test_add_func ("/resolver/memory", test_memory);
  g_test_add_func ("/resolver/memory-ends", test_memory_ends);
  g_test_add_func ("/resolver/memory-is-bounded", test_memory_is_bounded);
  g_test_add_func ("/resolver/names", test_names);
  g_test_add_func ("/resolver/not-asked", test_not_asked);
  g_test_add_func ("/resolver/no-server", test_no_server);
  return g_test_run ();
}
