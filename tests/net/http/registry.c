/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "http/registry.h"

#include <libsoup/soup.h>
#include <string.h>

#define DRIP_BYTES 100

struct _Registry
{
  const RegistryPage *pages;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  GMutex mutex;
  GCond started;
  char *url;
  GPtrArray *paths; /* of char *: of the requests */
  char *fields;
};

typedef struct
{
  SoupServerMessage *message;
  GBytes *body;
  gsize n_sent;
} Drip;

static void
add_field (const char *name, const char *value, gpointer user_data)
{
  g_string_append_printf (user_data, "%s: %s\n", name, value);
}

static void
note_request (Registry *registry, SoupServerMessage *message, const char *path)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&registry->mutex);
  GString *fields = g_string_new (NULL);

  g_ptr_array_add (registry->paths, g_strdup (path));
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), add_field, fields);
  g_free (registry->fields);
  registry->fields = g_string_free (fields, FALSE);
}

static GBytes *
make_body (const RegistryPage *page)
{
  char *brackets;

  if (page->body != NULL)
    return g_bytes_new_static (page->body, strlen (page->body));
  brackets = g_malloc (page->n_bytes);
  memset (brackets, '[', page->n_bytes);
  return g_bytes_new_take (brackets, page->n_bytes);
}

static void
drip_free (gpointer data)
{
  Drip *drip = data;

  g_object_unref (drip->message);
  g_bytes_unref (drip->body);
  g_free (drip);
}

static gboolean
send_drop (gpointer data)
{
  Drip *drip = data;
  SoupMessageBody *body = soup_server_message_get_response_body (drip->message);
  const gsize n = MIN (DRIP_BYTES, g_bytes_get_size (drip->body) - drip->n_sent);
  g_autoptr (GBytes) drop = g_bytes_new_from_bytes (drip->body, drip->n_sent, n);

  if (n == 0)
    soup_message_body_complete (body);
  else
    soup_message_body_append_bytes (body, drop);
  drip->n_sent += n;
  soup_server_message_unpause (drip->message);
  return n > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
start_drip (Registry *registry, SoupServerMessage *message, const RegistryPage *page, GBytes *body)
{
  g_autoptr (GSource) timer = g_timeout_source_new (page->drip_ms);
  Drip *drip = g_new0 (Drip, 1);

  drip->message = g_object_ref (message);
  drip->body = g_bytes_ref (body);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  g_source_set_callback (timer, send_drop, drip, drip_free);
  g_source_attach (timer, registry->context);
}

static void
answer (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  Registry *registry = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const RegistryPage *page = registry->pages;
  g_autoptr (GBytes) body = NULL;

  note_request (registry, message, path);
  while (page->path != NULL && !g_str_equal (page->path, path))
    page++;
  soup_server_message_set_status (message, page->path == NULL ? SOUP_STATUS_NOT_FOUND : page->status, NULL);
  if (page->path == NULL)
    return;
  if (page->location != NULL)
    soup_message_headers_replace (headers, "Location", page->location);
  if (page->retry_after != NULL)
    soup_message_headers_replace (headers, "Retry-After", page->retry_after);
  body = make_body (page);
  if (page->drip_ms > 0)
    start_drip (registry, message, page, body);
  else if (g_bytes_get_size (body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
}

static gpointer
serve (gpointer data)
{
  Registry *registry = data;
  g_autoptr (GMainContextPusher) pusher G_GNUC_UNUSED = g_main_context_pusher_new (registry->context);
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  GSList *uris;

  soup_server_add_handler (server, NULL, answer, registry, NULL);
  if (!soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL))
    g_error ("No port on loopback");
  uris = soup_server_get_uris (server);
  g_mutex_lock (&registry->mutex);
  registry->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_cond_signal (&registry->started);
  g_mutex_unlock (&registry->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (registry->loop);
  soup_server_disconnect (server);
  return NULL;
}

Registry *
registry_start (const RegistryPage *pages)
{
  Registry *registry = g_new0 (Registry, 1);

  registry->pages = pages;
  registry->paths = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&registry->mutex);
  g_cond_init (&registry->started);
  registry->context = g_main_context_new ();
  registry->loop = g_main_loop_new (registry->context, FALSE);
  registry->thread = g_thread_new ("registry", serve, registry);
  g_mutex_lock (&registry->mutex);
  while (registry->url == NULL)
    g_cond_wait (&registry->started, &registry->mutex);
  g_mutex_unlock (&registry->mutex);
  return registry;
}

void
registry_stop (Registry *registry)
{
  g_main_loop_quit (registry->loop);
  g_thread_join (registry->thread);
  g_main_loop_unref (registry->loop);
  g_main_context_unref (registry->context);
  g_mutex_clear (&registry->mutex);
  g_cond_clear (&registry->started);
  g_ptr_array_unref (registry->paths);
  g_free (registry->url);
  g_free (registry->fields);
  g_free (registry);
}

const char *
registry_get_url (Registry *registry)
{
  return registry->url;
}

guint
registry_get_n_requests (Registry *registry)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&registry->mutex);

  return registry->paths->len;
}

char **
registry_dup_paths (Registry *registry)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&registry->mutex);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < registry->paths->len; i++)
    g_strv_builder_add (paths, g_ptr_array_index (registry->paths, i));
  return g_strv_builder_end (paths);
}

char *
registry_dup_fields (Registry *registry)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&registry->mutex);

  return g_strdup (registry->fields);
}
