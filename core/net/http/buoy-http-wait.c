/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/http/buoy-http-wait.h"

#include <string.h>
#include <libsoup/soup.h>

#include "net/http/buoy-http.h"

#define DEFAULT_SECONDS 60
#define MAX_SECONDS (24 * 60 * 60) /* a server that says "in a year" is asked again tomorrow */
#define MAX_HOSTS 256              /* there are some two hundred registries */

struct _BuoyHttpWait
{
  GMutex mutex;
  GCond freed;
  guint n_running;
  GHashTable *until_us; /* char * (host) to gint64 * (monotonic) */
};

BuoyHttpWait *
buoy_http_wait_new (void)
{
  BuoyHttpWait *wait = g_new0 (BuoyHttpWait, 1);

  g_mutex_init (&wait->mutex);
  g_cond_init (&wait->freed);
  wait->until_us = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return wait;
}

void
buoy_http_wait_free (BuoyHttpWait *wait)
{
  g_hash_table_unref (wait->until_us);
  g_cond_clear (&wait->freed);
  g_mutex_clear (&wait->mutex);
  g_free (wait);
}

static gint64
parse_seconds (const char *retry_after)
{
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds;

  if (retry_after == NULL)
    return DEFAULT_SECONDS;
  if (g_ascii_string_to_unsigned (retry_after, 10, 0, G_MAXINT64, &seconds, NULL))
    return MIN (seconds, MAX_SECONDS);
  date = soup_date_time_new_from_http_string (retry_after);
  if (date == NULL)
    return DEFAULT_SECONDS;
  return CLAMP (g_date_time_to_unix (date) - g_get_real_time () / G_USEC_PER_SEC, 0, MAX_SECONDS);
}

void
buoy_http_wait_learn (BuoyHttpWait *wait, const char *host, const char *retry_after, gint64 now_us)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&wait->mutex);
  const gint64 until_us = now_us + parse_seconds (retry_after) * G_USEC_PER_SEC;

  if (g_hash_table_size (wait->until_us) >= MAX_HOSTS)
    g_hash_table_remove_all (wait->until_us);
  g_hash_table_replace (wait->until_us, g_strdup (host), g_memdup2 (&until_us, sizeof until_us));
}

gint64
buoy_http_wait_get_seconds (BuoyHttpWait *wait, const char *host, gint64 now_us)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&wait->mutex);
  const gint64 *until_us = g_hash_table_lookup (wait->until_us, host);

  if (until_us == NULL || *until_us <= now_us)
    return 0;
  return (*until_us - now_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

gboolean
buoy_http_wait_enter (BuoyHttpWait *wait, gint64 deadline_us)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&wait->mutex);

  while (wait->n_running >= BUOY_HTTP_MAX_AT_ONCE)
    if (!g_cond_wait_until (&wait->freed, &wait->mutex, deadline_us))
      return FALSE;
  wait->n_running++;
  return TRUE;
}

void
buoy_http_wait_leave (BuoyHttpWait *wait)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&wait->mutex);

  wait->n_running--;
  g_cond_signal (&wait->freed);
}
