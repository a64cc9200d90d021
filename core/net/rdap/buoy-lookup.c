/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Asks once per domain: stored answers are reused, and a thread that needs a domain which another is asking for waits
 * for that answer.
 */
#include "config.h"

#include "net/rdap/buoy-lookup-private.h"

#include "net/rdap/buoy-lookup-domain.h"
#include "net/rdap/buoy-lookup-failure.h"
#include "net/rdap/buoy-rdap-answer.h"
#include "net/rdap/buoy-rdap-servers.h"
#include "registry/buoy-registration-private.h"

#define REGISTRATION "registration" /* the kind of these answers in the store */

#define DAY (24 * 60 * 60)
#define MIN_LIFETIME DAY
#define MAX_LIFETIME (90 * DAY)
#define AGE_A_LIFETIME 10 /* the lifetime is a tenth of the domain's age, between MIN_LIFETIME and MAX_LIFETIME */

#define MEDIA_TYPE "application/rdap+json"
#define RELATED_SECONDS 2 /* for the registrar's record; with BUOY_HTTP_SECONDS for the registry's, five in all */
#define STATUS_OK 200
#define STATUS_NOT_FOUND 404
#define STATUS_NOT_IMPLEMENTED 501 /* a gateway's answer if the top-level domain has no RDAP */

struct _BuoyLookup
{
  BuoyStore *store;
  BuoyHttp *http;
  BuoyRdapServers *servers; /* NULL if @server answers for all domains */
  char *server;
  GMutex mutex;
  GCond done;
  GHashTable *asking; /* set of char *: domains for which a request is running */
};

BuoyLookup *
buoy_lookup_new (BuoyStore *store, const char *server)
{
  BuoyLookup *lookup = g_new0 (BuoyLookup, 1);

  lookup->store = store;
  lookup->http = buoy_http_new (server);
  lookup->servers = server == NULL ? buoy_rdap_servers_new (NULL, NULL) : NULL;
  lookup->server = g_strdup (server);
  g_mutex_init (&lookup->mutex);
  g_cond_init (&lookup->done);
  lookup->asking = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return lookup;
}

void
buoy_lookup_take_servers (BuoyLookup *lookup, BuoyRdapServers *servers)
{
  g_clear_pointer (&lookup->servers, buoy_rdap_servers_free);
  lookup->servers = servers;
}

void
buoy_lookup_free (BuoyLookup *lookup)
{
  g_clear_pointer (&lookup->servers, buoy_rdap_servers_free);
  buoy_store_close (lookup->store);
  buoy_http_free (lookup->http);
  g_free (lookup->server);
  g_mutex_clear (&lookup->mutex);
  g_cond_clear (&lookup->done);
  g_hash_table_unref (lookup->asking);
  g_free (lookup);
}

BuoyStore *
buoy_lookup_get_store (BuoyLookup *lookup)
{
  return lookup->store;
}

/* The URL to request for @domain; NULL if its registry has no RDAP server. */
static char *
find_url (const BuoyLookup *lookup, const char *domain, const char *gateway)
{
  g_autofree char *base = NULL;

  if (gateway != NULL)
    return g_strconcat (gateway, g_str_has_suffix (gateway, "/") ? "" : "/", "v1/domain/", domain, NULL);
  if (lookup->server != NULL)
    return g_strconcat (lookup->server, "/domain/", domain, NULL);
  base = buoy_rdap_servers_find (lookup->servers, domain);
  return base == NULL ? NULL : g_strconcat (base, "domain/", domain, NULL);
}

static void
fail (GError **error, BuoyLookupError code, const char *domain, const char *why)
{
  g_set_error (error, BUOY_LOOKUP_ERROR, code, "%s: %s", domain, why);
}

static void
translate_http_error (const GError *cause, const char *domain, GError **error)
{
  if (cause->domain != BUOY_HTTP_ERROR)
    g_propagate_error (error, g_error_copy (cause));
  else if (cause->code == BUOY_HTTP_ERROR_BUSY)
    fail (error, BUOY_LOOKUP_ERROR_BUSY, domain, cause->message);
  else
    fail (error, BUOY_LOOKUP_ERROR_UNREACHABLE, domain, cause->message);
}

/* NULL unless @reply is an answer about @domain. */
static BuoyRegistration *
read_reply (const BuoyHttpReply *reply, const char *domain, gint64 now, char **out_related, GError **error)
{
  g_autoptr (GError) cause = NULL;
  BuoyRegistration *registration = NULL;

  if (reply->status == STATUS_NOT_FOUND)
    fail (error, BUOY_LOOKUP_ERROR_NOT_REGISTERED, domain, "the registry knows no such domain");
  else if (reply->status == STATUS_NOT_IMPLEMENTED)
    fail (error, BUOY_LOOKUP_ERROR_NO_REGISTRY, domain, "its registry gives no such answers");
  else if (reply->status != STATUS_OK)
    fail (error, BUOY_LOOKUP_ERROR_UNREACHABLE, domain, "the registry is out of order");
  else if ((registration = buoy_rdap_answer_parse (reply->body, domain, now, out_related, &cause)) == NULL)
    fail (error, BUOY_LOOKUP_ERROR_ANSWER, domain, cause->message);
  return registration;
}

static BuoyRegistration *
send_request (BuoyLookup *lookup, const BuoyHttpRequest *request, const char *domain, gint64 now, char **out_related,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (BuoyHttpReply) reply = buoy_http_fetch (lookup->http, request, cancellable, &cause);

  if (reply != NULL)
    return read_reply (reply, domain, now, out_related, error);
  translate_http_error (cause, domain, error);
  return NULL;
}

/* Sends @request unless its server asked to wait; NULL unless the answer is about @domain. */
static BuoyRegistration *
ask_server (BuoyLookup *lookup, const BuoyHttpRequest *request, const char *domain, gint64 now, char **out_related,
            GCancellable *cancellable, GError **error)
{
  g_autofree char *server = buoy_http_dup_host (lookup->http, request->url);
  g_autoptr (GError) failure = NULL;
  BuoyRegistration *registration = NULL;
  gint64 asked = now;

  if (server == NULL) /* then there is nobody who was asked */
    {
      fail (error, BUOY_LOOKUP_ERROR_UNREACHABLE, domain, "its registry has no address that may be asked");
      return NULL;
    }
  if (buoy_lookup_failure_is_busy (lookup->store, server, now, &asked))
    fail (&failure, BUOY_LOOKUP_ERROR_BUSY, domain, "the registry asked to wait");
  else
    {
      const gint64 began_us = g_get_monotonic_time ();
      gint64 ended;

      registration = send_request (lookup, request, domain, now, out_related, cancellable, &failure);
      ended = now + (g_get_monotonic_time () - began_us) / G_USEC_PER_SEC;
      buoy_lookup_failure_keep_wait (lookup->store, server, buoy_http_get_wait (lookup->http, server), ended);
    }
  if (registration != NULL)
    {
      g_free (registration->source);
      registration->source = g_steal_pointer (&server);
      return registration;
    }
  if (failure->domain == BUOY_LOOKUP_ERROR)
    buoy_lookup_error_set_asked (failure, server, asked);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Registries without registrant data (.com) link to the registrar's record, which may have it. Only adds to
 * @registration.
 */
static void
add_related (BuoyLookup *lookup, BuoyRegistration *registration, const char *url, gint64 now, GCancellable *cancellable)
{
  const BuoyHttpRequest request
      = { .url = url, .accept = MEDIA_TYPE, .max_bytes = BUOY_HTTP_MAX_ANSWER, .seconds = RELATED_SECONDS };
  g_autoptr (BuoyRegistration) related
      = ask_server (lookup, &request, registration->domain, now, NULL, cancellable, NULL);

  if (related == NULL)
    return;
  if (*registration->holder == '\0')
    {
      g_free (registration->holder);
      registration->holder = g_strdup (related->holder);
      registration->is_private = related->is_private;
    }
  if (registration->registered == 0)
    registration->registered = related->registered;
}

static BuoyRegistration *
ask_registry (BuoyLookup *lookup, const char *domain, const char *gateway, gint64 now, GCancellable *cancellable,
              GError **error)
{
  g_autofree char *url = find_url (lookup, domain, gateway);
  const BuoyHttpRequest request = { .url = url,
                                    .accept = MEDIA_TYPE,
                                    .max_bytes = BUOY_HTTP_MAX_ANSWER,
                                    .seconds = BUOY_HTTP_SECONDS,
                                    .stays = gateway != NULL };
  g_autofree char *related = NULL;
  BuoyRegistration *registration;

  if (url == NULL)
    {
      fail (error, BUOY_LOOKUP_ERROR_NO_REGISTRY, domain, "its registry gives no such answers");
      return NULL;
    }
  /* with an organisation's gateway nobody else may be asked: follow neither redirects nor related records */
  registration = ask_server (lookup, &request, domain, now, &related, cancellable, error);
  if (registration != NULL && related != NULL && gateway == NULL && *registration->holder == '\0')
    add_related (lookup, registration, related, now, cancellable);
  return registration;
}

/* Also starts to update the list of registries, which may have changed. A gateway does not need it. */
static BuoyRegistration *
ask_and_update_servers (BuoyLookup *lookup, const char *domain, const char *gateway, gint64 now,
                        GCancellable *cancellable, GError **error)
{
  BuoyRegistration *registration;

  if (gateway != NULL || lookup->servers == NULL)
    return ask_registry (lookup, domain, gateway, now, cancellable, error);
  buoy_rdap_servers_renew (lookup->servers, lookup->store, now);
  registration = ask_registry (lookup, domain, gateway, now, cancellable, error);
  buoy_rdap_servers_wait (lookup->servers);
  return registration;
}

static void
keep (BuoyLookup *lookup, const char *domain, const BuoyRegistration *registration, const GError *error, gint64 now)
{
  if (registration != NULL)
    {
      g_autoptr (GBytes) bytes = buoy_registration_to_bytes (registration);
      const gint64 age = registration->registered == 0 ? 0 : now - registration->registered;

      buoy_store_put (lookup->store, domain, REGISTRATION, bytes, now,
                      CLAMP (age / AGE_A_LIFETIME, MIN_LIFETIME, MAX_LIFETIME));
    }
  else if (error->domain == BUOY_LOOKUP_ERROR)
    buoy_lookup_failure_keep (lookup->store, domain, error, now);
}

static BuoyRegistration *
recall (BuoyLookup *lookup, const char *domain, gint64 now)
{
  g_autoptr (GBytes) bytes = buoy_store_get (lookup->store, domain, REGISTRATION, now, NULL);

  return bytes == NULL ? NULL : buoy_registration_from_bytes (bytes);
}

/* Waits until no other thread asks for @domain; every request ends by its deadline. */
static void
enter (BuoyLookup *lookup, const char *domain)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lookup->mutex);

  while (g_hash_table_contains (lookup->asking, domain))
    g_cond_wait (&lookup->done, &lookup->mutex);
  g_hash_table_add (lookup->asking, g_strdup (domain));
}

static void
leave (BuoyLookup *lookup, const char *domain)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lookup->mutex);

  g_hash_table_remove (lookup->asking, domain);
  g_cond_broadcast (&lookup->done);
}

BuoyRegistration *
buoy_lookup_ask (BuoyLookup *lookup, const char *host, const char *gateway, gint64 now, GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *domain = buoy_lookup_domain (host, error);
  g_autoptr (GError) local_error = NULL;
  BuoyRegistration *registration;

  if (domain == NULL)
    return NULL;
  enter (lookup, domain);
  registration = recall (lookup, domain, now);
  if (registration == NULL && !buoy_lookup_failure_recall (lookup->store, domain, now, &local_error))
    {
      registration = ask_and_update_servers (lookup, domain, gateway, now, cancellable, &local_error);
      keep (lookup, domain, registration, local_error, now);
    }
  leave (lookup, domain);
  if (registration == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return registration;
}

BuoyLookup *
buoy_lookup_get_default (void)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    g_once_init_leave (&made, (gsize) buoy_lookup_new (buoy_store_open (NULL, BUOY_STORE_MAX_ANSWERS),
                                                       g_getenv ("BELLBUOY_RDAP_SERVER")));
  return (BuoyLookup *) made;
}

/*< private >
 * buoy_lookup_registration:
 * @host: a host or domain, in any spelling
 * @gateway: (nullable): https URL of the organisation's own gateway, which is asked instead of the registry
 * @cancellable: (nullable): a cancellable
 *
 * Asks the registry of @host's registrable domain who registered it and when (RDAP, RFC 9082). Blocks for up to five
 * seconds: call it in a thread. Only the domain is sent. Answers are stored for all clients of this reader, so that a
 * domain is not asked for twice within a day.
 *
 * Returns: (transfer full) (nullable): the registration; %NULL with a %BUOY_LOOKUP_ERROR or %G_IO_ERROR_CANCELLED
 */
BuoyRegistration *
buoy_lookup_registration (const char *host, const char *gateway, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (host != NULL, NULL);

  return buoy_lookup_ask (buoy_lookup_get_default (), host, gateway, g_get_real_time () / G_USEC_PER_SEC, cancellable,
                          error);
}
