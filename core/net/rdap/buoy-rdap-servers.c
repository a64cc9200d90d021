/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/rdap/buoy-rdap-servers.h"

#include <glib/gstdio.h>

#include "net/http/buoy-http.h"

#define IANA "https://data.iana.org"
#define PAGE "/rdap/dns.json"
#define MEDIA_TYPE "application/json"
#define STATUS_OK 200

#define DAY (24 * 60 * 60)
#define WEEK (7 * DAY) /* IANA changes a line or two in a week */

/* The subject and kind under which the store records the last attempt. */
#define SUBJECT "data.iana.org"
#define TRIED "bootstrap-tried"

struct _BuoyRdapServers
{
  char *path;
  char *url;
  BuoyHttp *http;
  GMutex mutex;
  BuoyRdapBootstrap *kept; /* the stored copy; NULL if there is none yet */
  gint64 renewed;          /* when @kept was fetched; seconds since 1970 */
  gint64 tried;            /* the last attempt of this process; the store has those of others */
  GThread *thread;         /* the thread that fetches a copy; NULL if none runs */
};

/* Whether @copy may be used: it must not have lost half of the domains, nor be older than the built-in one. */
static gboolean
is_better (const BuoyRdapBootstrap *copy)
{
  const BuoyRdapBootstrap *floor = buoy_rdap_bootstrap_get_default ();

  return copy != NULL && buoy_rdap_bootstrap_get_n_suffixes (copy) >= buoy_rdap_bootstrap_get_n_suffixes (floor) / 2
         && g_strcmp0 (buoy_rdap_bootstrap_get_publication (copy), buoy_rdap_bootstrap_get_publication (floor)) >= 0;
}

static BuoyRdapBootstrap *
read_copy (GBytes *json)
{
  g_autoptr (BuoyRdapBootstrap) copy = buoy_rdap_bootstrap_new (json);

  return is_better (copy) ? g_steal_pointer (&copy) : NULL;
}

static void
open_kept (BuoyRdapServers *servers)
{
  GStatBuf found;
  char *text = NULL;
  gsize length = 0;
  g_autoptr (GBytes) json = NULL;

  if (g_stat (servers->path, &found) != 0 || !S_ISREG (found.st_mode) || found.st_size > BUOY_HTTP_MAX_LIST
      || !g_file_get_contents (servers->path, &text, &length, NULL))
    return;
  json = g_bytes_new_take (text, length);
  servers->kept = read_copy (json);
  servers->renewed = servers->kept != NULL ? found.st_mtime : 0;
}

BuoyRdapServers *
buoy_rdap_servers_new (const char *path, const char *server)
{
  BuoyRdapServers *servers = g_new0 (BuoyRdapServers, 1);

  servers->path
      = path != NULL ? g_strdup (path) : g_build_filename (g_get_user_cache_dir (), "bellbuoy", "rdap-dns.json", NULL);
  servers->url = g_strconcat (server != NULL ? server : IANA, PAGE, NULL);
  servers->http = buoy_http_new (server);
  g_mutex_init (&servers->mutex);
  open_kept (servers);
  return servers;
}

void
buoy_rdap_servers_free (BuoyRdapServers *servers)
{
  buoy_rdap_servers_wait (servers);
  g_clear_pointer (&servers->kept, buoy_rdap_bootstrap_free);
  buoy_http_free (servers->http);
  g_mutex_clear (&servers->mutex);
  g_free (servers->path);
  g_free (servers->url);
  g_free (servers);
}

char *
buoy_rdap_servers_find (BuoyRdapServers *servers, const char *domain)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&servers->mutex);
  const char *url = servers->kept != NULL ? buoy_rdap_bootstrap_find (servers->kept, domain) : NULL;

  return g_strdup (url != NULL ? url : buoy_rdap_bootstrap_find (buoy_rdap_bootstrap_get_default (), domain));
}

/* If the disk is full, the copy is fetched again next time. */
static void
keep (const BuoyRdapServers *servers, GBytes *json)
{
  g_autofree char *folder = g_path_get_dirname (servers->path);
  gsize length;
  const char *text = g_bytes_get_data (json, &length);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents_full (servers->path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_message ("The list of registries is not kept: %s", error != NULL ? error->message : folder);
}

static gpointer
ask (gpointer data)
{
  BuoyRdapServers *servers = data;
  guint status = 0;
  g_autoptr (GBytes) json
      = buoy_http_get (servers->http, servers->url, MEDIA_TYPE, BUOY_HTTP_MAX_LIST, &status, NULL, NULL);
  BuoyRdapBootstrap *copy = json != NULL && status == STATUS_OK ? read_copy (json) : NULL;

  if (copy == NULL)
    return NULL;
  keep (servers, json);
  g_mutex_lock (&servers->mutex);
  g_clear_pointer (&servers->kept, buoy_rdap_bootstrap_free);
  servers->kept = copy;
  servers->renewed = g_get_real_time () / G_USEC_PER_SEC;
  g_mutex_unlock (&servers->mutex);
  return NULL;
}

/* A copy dated in the future was stored while the clock was wrong. */
static gboolean
needs_renewal (const BuoyRdapServers *servers, gint64 now)
{
  return servers->thread == NULL && now - servers->tried >= DAY
         && (now - servers->renewed >= WEEK || servers->renewed > now + DAY);
}

void
buoy_rdap_servers_renew (BuoyRdapServers *servers, BuoyStore *store, gint64 now)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&servers->mutex);
  g_autoptr (GBytes) tried = NULL;
  g_autoptr (GBytes) mark = g_bytes_new_static ("", 0);

  if (!needs_renewal (servers, now) || (tried = buoy_store_get (store, SUBJECT, TRIED, now, NULL)) != NULL)
    return;
  servers->tried = now;
  buoy_store_put (store, SUBJECT, TRIED, mark, now, DAY);
  servers->thread = g_thread_new ("buoy-registries", ask, servers);
}

void
buoy_rdap_servers_wait (BuoyRdapServers *servers)
{
  GThread *thread;

  g_mutex_lock (&servers->mutex);
  thread = g_steal_pointer (&servers->thread);
  g_mutex_unlock (&servers->mutex);
  if (thread != NULL)
    g_thread_join (thread);
}
