/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A DNS cache of limited size. The oldest entries are dropped first.
 */
#include "config.h"

#include "net/buoy-resolver.h"

#include <string.h>

#include "net/buoy-dns-query.h"

#define MAX_KNOWN 512      /* names; a folder of newsletters needs a few hundred */
#define MAX_NAME_BYTES 253 /* RFC 1035 §2.3.4, without the trailing dot */
#define MAX_LABEL_BYTES 63
#define UNKNOWN_LIFETIME 30 /* seconds until a silent server is asked again */
#define DEFAULT_PATIENCE 2  /* seconds; distant servers answer within one */

typedef struct
{
  BuoyDnsAnswer *answer;
  gint64 expires_us;
} Known;

struct _BuoyResolver
{
  GMutex mutex;
  GHashTable *known; /* key_of() to Known */
  GQueue order;      /* of const char *: the keys of @known, oldest first */
  char *server;      /* NULL: the system's */
  guint patience;
};

static void
known_free (gpointer data)
{
  Known *known = data;

  buoy_dns_answer_unref (known->answer);
  g_free (known);
}

BuoyResolver *
buoy_resolver_new (const char *server, guint patience)
{
  BuoyResolver *resolver = g_new0 (BuoyResolver, 1);

  g_mutex_init (&resolver->mutex);
  g_queue_init (&resolver->order);
  resolver->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  resolver->server = g_strdup (server);
  resolver->patience = patience;
  return resolver;
}

void
buoy_resolver_free (BuoyResolver *resolver)
{
  g_queue_clear (&resolver->order);
  g_hash_table_unref (resolver->known);
  g_free (resolver->server);
  g_mutex_clear (&resolver->mutex);
  g_free (resolver);
}

BuoyResolver *
buoy_resolver_get_default (void)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    g_once_init_leave (&made, (gsize) buoy_resolver_new (g_getenv ("BELLBUOY_DNS_SERVER"), DEFAULT_PATIENCE));
  return (BuoyResolver *) made;
}

/* Letters, digits, "-" and "_" in labels of valid length. Other names from a mail are not looked up. */
static gboolean
is_name (const char *name)
{
  gsize label = 0;

  if (strlen (name) > MAX_NAME_BYTES)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    {
      label = *p == '.' ? 0 : label + 1;
      if (label > MAX_LABEL_BYTES || (*p == '.' && (p == name || p[-1] == '.')))
        return FALSE;
      if (!g_ascii_isalnum (*p) && strchr ("-_.", *p) == NULL)
        return FALSE;
    }
  return label > 0;
}

/* The cache key of an answer, such as "16 _dmarc.shop.example". */
static char *
key_of (BuoyDnsType type, const char *name)
{
  return g_strdup_printf ("%d %s", (int) type, name);
}

static BuoyDnsAnswer *
recall (BuoyResolver *resolver, const char *name)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&resolver->mutex);
  const Known *known = g_hash_table_lookup (resolver->known, name);

  if (known == NULL || known->expires_us <= g_get_monotonic_time ())
    return NULL;
  return g_atomic_rc_box_acquire (known->answer);
}

static void
forget (BuoyResolver *resolver, const char *key)
{
  g_queue_remove (&resolver->order, key);
  g_hash_table_remove (resolver->known, key);
}

static void
learn (BuoyResolver *resolver, const char *name, BuoyDnsAnswer *answer)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&resolver->mutex);
  const gint64 lifetime = answer->state == BUOY_DNS_UNKNOWN ? UNKNOWN_LIFETIME : (gint64) answer->lifetime;
  gpointer old_key;
  char *key;
  Known *known;

  if (g_hash_table_lookup_extended (resolver->known, name, &old_key, NULL))
    forget (resolver, old_key);
  while (resolver->order.length >= MAX_KNOWN)
    forget (resolver, g_queue_peek_head (&resolver->order));

  known = g_new0 (Known, 1);
  known->answer = g_atomic_rc_box_acquire (answer);
  known->expires_us = g_get_monotonic_time () + lifetime * G_USEC_PER_SEC;
  key = g_strdup (name);
  g_hash_table_insert (resolver->known, key, known);
  g_queue_push_tail (&resolver->order, key);
}

void
buoy_resolver_learn (BuoyResolver *resolver, const char *name, BuoyDnsAnswer *answer)
{
  g_autofree char *key = key_of (BUOY_DNS_TXT, name);

  learn (resolver, key, answer);
}

BuoyDnsAnswer *
buoy_resolver_ask_for (BuoyResolver *resolver, BuoyDnsType type, const char *name, gint64 deadline_us,
                       GCancellable *cancellable)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *key = key_of (type, lower);
  BuoyDnsAnswer *answer;

  if (!is_name (lower))
    return buoy_dns_answer_new_unknown ();
  answer = recall (resolver, key);
  if (answer != NULL)
    return answer;
  if (g_cancellable_is_cancelled (cancellable) || g_get_monotonic_time () >= deadline_us)
    return buoy_dns_answer_new_unknown ();
  answer = buoy_dns_query (type, lower, resolver->server, resolver->patience, deadline_us, cancellable);
  /* a cancelled query does not mean that the server is silent */
  if (!g_cancellable_is_cancelled (cancellable))
    learn (resolver, key, answer);
  return answer;
}

BuoyDnsAnswer *
buoy_resolver_ask (BuoyResolver *resolver, const char *name, gint64 deadline_us, GCancellable *cancellable)
{
  return buoy_resolver_ask_for (resolver, BUOY_DNS_TXT, name, deadline_us, cancellable);
}

const char *
buoy_resolver_get_server (const BuoyResolver *resolver)
{
  return resolver->server;
}
