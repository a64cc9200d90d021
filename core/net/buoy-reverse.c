/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Uses buoy-resolver.c because GResolver returns only one name per address and no TTL, and reads /etc/hosts.
 */
#include "config.h"

#include "net/buoy-reverse.h"

#include <string.h>

#define REVERSE_NAME "reverse-name" /* the kind of these answers in the store */
#define MIN_LIFETIME 60             /* seconds; lets a reader look twice at an answer that must not be cached */
#define MAX_LIFETIME 86400          /* a day, as for all of DNS */

typedef struct
{
  BuoyResolver *resolver;
  GInetAddress *address;
  gint64 deadline_us;
  GCancellable *cancellable;
  guint lifetime; /* the shortest TTL of all answers */
} Question;

/* "7.100.51.198.in-addr.arpa" (RFC 1035 §3.5). */
static void
append_octets (GString *name, const guint8 *bytes, gsize length)
{
  for (gsize i = length; i > 0; i--)
    g_string_append_printf (name, "%u.", bytes[i - 1]);
  g_string_append (name, "in-addr.arpa");
}

/* The digits of an IPv6 address, the last first (RFC 3596 §2.5). */
static void
append_nibbles (GString *name, const guint8 *bytes, gsize length)
{
  for (gsize i = length; i > 0; i--)
    g_string_append_printf (name, "%x.%x.", bytes[i - 1] & 0xf, bytes[i - 1] >> 4);
  g_string_append (name, "ip6.arpa");
}

static char *
reverse_zone_of (GInetAddress *address)
{
  GString *name = g_string_new (NULL);
  const gsize length = g_inet_address_get_native_size (address);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    append_octets (name, g_inet_address_to_bytes (address), length);
  else
    append_nibbles (name, g_inet_address_to_bytes (address), length);
  return g_string_free (name, FALSE);
}

static BuoyDnsAnswer *
look_up (Question *question, BuoyDnsType type, const char *name)
{
  BuoyDnsAnswer *answer
      = buoy_resolver_ask_for (question->resolver, type, name, question->deadline_us, question->cancellable);

  question->lifetime = MIN (question->lifetime, answer->lifetime);
  return answer;
}

static gboolean
is_same_address (GInetAddress *address, const char *text)
{
  g_autoptr (GInetAddress) other = g_inet_address_new_from_string (text);

  return other != NULL && g_inet_address_equal (address, other);
}

/* Whether @name resolves to the address. */
static BuoyServerName
confirm (Question *question, const char *name)
{
  const BuoyDnsType type
      = g_inet_address_get_family (question->address) == G_SOCKET_FAMILY_IPV4 ? BUOY_DNS_A : BUOY_DNS_AAAA;
  g_autoptr (BuoyDnsAnswer) answer = look_up (question, type, name);

  if (answer->state == BUOY_DNS_UNKNOWN)
    return BUOY_SERVER_NAME_UNKNOWN;
  for (guint i = 0; i < answer->texts->len; i++)
    if (is_same_address (question->address, g_ptr_array_index (answer->texts, i)))
      return BUOY_SERVER_NAME_AGREES;
  return BUOY_SERVER_NAME_DIFFERS;
}

/* One name that resolves to the address is enough. If a lookup failed, the state stays unknown. */
static void
take_names (Question *question, const GPtrArray *names, BuoyServer *server)
{
  g_autoptr (GStrvBuilder) agreeing = g_strv_builder_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  gboolean open = FALSE;

  for (guint i = 0; i < MIN (names->len, BUOY_SERVER_MAX_NAMES); i++)
    {
      char *name = g_ptr_array_index (names, i);
      const BuoyServerName state = confirm (question, name);

      open |= state == BUOY_SERVER_NAME_UNKNOWN;
      if (state == BUOY_SERVER_NAME_AGREES)
        {
          g_strv_builder_add (agreeing, name);
          server->n_agreeing++;
        }
      else
        g_ptr_array_add (others, name);
    }
  for (guint i = 0; i < others->len; i++)
    g_strv_builder_add (agreeing, g_ptr_array_index (others, i));
  g_strfreev (server->names);
  server->names = g_strv_builder_end (agreeing);
  if (server->n_agreeing > 0)
    server->state = BUOY_SERVER_NAME_AGREES;
  else
    server->state = open ? BUOY_SERVER_NAME_UNKNOWN : BUOY_SERVER_NAME_DIFFERS;
}

static void
ask (Question *question, BuoyServer *server)
{
  g_autofree char *zone = reverse_zone_of (question->address);
  g_autoptr (BuoyDnsAnswer) answer = look_up (question, BUOY_DNS_PTR, zone);

  if (answer->state == BUOY_DNS_FOUND)
    take_names (question, answer->texts, server);
  else if (answer->state == BUOY_DNS_NOTHING)
    server->state = BUOY_SERVER_NAME_NONE;
}

static BuoyServer *
recall (BuoyStore *store, const char *address, gint64 now)
{
  g_autoptr (GBytes) bytes = store != NULL ? buoy_store_get (store, address, REVERSE_NAME, now, NULL) : NULL;

  return bytes != NULL ? buoy_server_from_bytes (bytes) : NULL;
}

static void
keep (BuoyStore *store, const BuoyServer *server, guint lifetime)
{
  g_autoptr (GBytes) bytes = NULL;

  if (store == NULL || server->state == BUOY_SERVER_NAME_UNKNOWN)
    return;
  bytes = buoy_server_to_bytes (server);
  buoy_store_put (store, server->address, REVERSE_NAME, bytes, server->asked,
                  CLAMP (lifetime, MIN_LIFETIME, MAX_LIFETIME));
}

BuoyServer *
buoy_reverse_ask (BuoyResolver *resolver, BuoyStore *store, const char *address, gint64 now, gint64 deadline_us,
                  GCancellable *cancellable)
{
  BuoyServer *server = recall (store, address, now);
  g_autoptr (GInetAddress) parsed = g_inet_address_new_from_string (address);
  Question question = { resolver, parsed, deadline_us, cancellable, MAX_LIFETIME };

  if (server != NULL)
    return server;
  server = buoy_server_new (address);
  if (parsed == NULL)
    return server;
  server->asked = now;
  if (buoy_resolver_get_server (resolver) != NULL)
    {
      g_free (server->source);
      server->source = g_strdup (buoy_resolver_get_server (resolver));
    }
  ask (&question, server);
  keep (store, server, question.lifetime);
  return server;
}
