/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/http/buoy-http.h"

#include <string.h>

#include "net/http/buoy-http-url.h"
#include "net/http/buoy-http-wait.h"
#include "http/registry.h"

#define MAX_BYTES 1000

static const RegistryPage pages[] = {
  { .path = "/whole", .status = 200, .body = "{}" },
  { .path = "/missing", .status = 404, .body = "{ \"errorCode\": 404 }" },
  { .path = "/just", .status = 200, .n_bytes = MAX_BYTES },
  { .path = "/large", .status = 200, .n_bytes = MAX_BYTES + 1 },
  { .path = "/huge", .status = 200, .n_bytes = 20 * 1000 * 1000 },
  { .path = "/drip", .status = 200, .n_bytes = MAX_BYTES, .drip_ms = 1000 },
  { .path = "/slow", .status = 200, .n_bytes = 10, .drip_ms = 60 * 1000 },
  { .path = "/on", .status = 302, .body = "", .location = "/whole" },
  { .path = "/on-2", .status = 301, .body = "", .location = "/on" },
  { .path = "/on-3", .status = 307, .body = "", .location = "/on-2" },
  { .path = "/on-4", .status = 303, .body = "", .location = "/on-3" },
  { .path = "/circle", .status = 302, .body = "", .location = "/circle" },
  { .path = "/to-file", .status = 302, .body = "", .location = "file:///etc/passwd" },
  { .path = "/to-private", .status = 302, .body = "", .location = "http://192.168.1.1/" },
  { .path = "/to-other-scheme", .status = 302, .body = "", .location = "https://registry.example/" },
  { .path = "/to-nowhere", .status = 302, .body = "", .location = "http://" },
  { .path = "/redirect-without-place", .status = 302, .body = "{}" },
  { .path = "/busy", .status = 429, .body = "", .retry_after = "120" },
  { .path = "/out-of-order", .status = 503, .body = "" },
  { .path = NULL },
};

typedef struct
{
  const char *path;
  int code;     /* of BUOY_HTTP_ERROR; -1: an answer */
  guint status; /* of the answer */
  guint n_bytes;
  guint n_requests;
} Row;

static const Row rows[] = {
  { "/whole", -1, 200, 2, 1 },
  { "/missing", -1, 404, 20, 1 },
  { "/elsewhere", -1, 404, 0, 1 },
  { "/just", -1, 200, MAX_BYTES, 1 },
  { "/large", BUOY_HTTP_ERROR_TOO_LARGE, 0, 0, 1 },
  { "/huge", BUOY_HTTP_ERROR_TOO_LARGE, 0, 0, 1 },
  { "/drip", BUOY_HTTP_ERROR_TIMED_OUT, 0, 0, 1 },
  { "/slow", BUOY_HTTP_ERROR_TIMED_OUT, 0, 0, 1 },
  { "/on", -1, 200, 2, 2 },
  { "/on-3", -1, 200, 2, 4 },
  { "/on-4", BUOY_HTTP_ERROR_REDIRECTS, 0, 0, 4 },
  { "/circle", BUOY_HTTP_ERROR_REDIRECTS, 0, 0, 4 },
  { "/to-file", BUOY_HTTP_ERROR_URL, 0, 0, 1 },
  { "/to-private", BUOY_HTTP_ERROR_URL, 0, 0, 1 },
  { "/to-other-scheme", BUOY_HTTP_ERROR_URL, 0, 0, 1 },
  { "/to-nowhere", BUOY_HTTP_ERROR_URL, 0, 0, 1 },
  { "/redirect-without-place", -1, 302, 2, 1 },
  { "/out-of-order", -1, 503, 0, 1 },
};

static GBytes *
get (BuoyHttp *http, Registry *registry, const char *path, guint *out_status, GError **error)
{
  g_autofree char *url = g_strconcat (registry_get_url (registry), path, NULL);

  return buoy_http_get (http, url, "application/json", MAX_BYTES, out_status, NULL, error);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  Registry *registry = registry_start (pages);
  g_autoptr (BuoyHttp) http = buoy_http_new (registry_get_url (registry));
  g_autoptr (GError) error = NULL;
  guint status = 0;
  g_autoptr (GBytes) body = get (http, registry, row->path, &status, &error);

  if (row->code >= 0)
    g_assert_error (error, BUOY_HTTP_ERROR, row->code);
  else
    g_assert_no_error (error);
  g_assert_cmpuint (status, ==, row->status);
  g_assert_cmpuint (body == NULL ? 0 : g_bytes_get_size (body), ==, row->n_bytes);
  g_assert_cmpuint (registry_get_n_requests (registry), ==, row->n_requests);
  registry_stop (registry);
}

/* A server that asks to wait is not asked again. */
static void
test_busy (void)
{
  Registry *registry = registry_start (pages);
  g_autoptr (BuoyHttp) http = buoy_http_new (registry_get_url (registry));

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      guint status = 0;

      g_assert_null (get (http, registry, i == 0 ? "/busy" : "/whole", &status, &error));
      g_assert_error (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_BUSY);
    }
  g_assert_cmpuint (registry_get_n_requests (registry), ==, 1);
  registry_stop (registry);
}

/* A server is left alone for as long as it asks, by a clock of the test's own. */
static void
test_wait (void)
{
  static const struct
  {
    const char *retry_after;
    gint64 seconds;
  } fields[] = {
    { "0", 0 },
    { "1", 1 },
    { "120", 120 },
    { NULL, 60 },
    { "soon", 60 },
    { "-1", 60 },
    { "99999999999", 24 * 60 * 60 },
    { "Thu, 01 Jan 1970 00:00:00 GMT", 0 },
    { "Fri, 31 Dec 9999 23:59:59 GMT", 24 * 60 * 60 },
  };
  const gint64 start_us = 1000 * G_USEC_PER_SEC;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      BuoyHttpWait *wait = buoy_http_wait_new ();
      const gint64 end_us = start_us + fields[i].seconds * G_USEC_PER_SEC;

      g_test_message ("%s", fields[i].retry_after);
      buoy_http_wait_learn (wait, "a.test", fields[i].retry_after, start_us);
      g_assert_cmpint (buoy_http_wait_get_seconds (wait, "a.test", start_us), ==, fields[i].seconds);
      if (fields[i].seconds > 0)
        g_assert_cmpint (buoy_http_wait_get_seconds (wait, "a.test", end_us - 1), ==, 1);
      g_assert_cmpint (buoy_http_wait_get_seconds (wait, "a.test", end_us), ==, 0);
      g_assert_cmpint (buoy_http_wait_get_seconds (wait, "b.test", start_us), ==, 0);
      buoy_http_wait_free (wait);
    }
}

/* No personal data is sent: no language, no cookie, no version. */
static void
test_fields (void)
{
  static const char *const known[] = { "Host: 127.0.0.1:", "User-Agent: Bellbuoy\n", "Accept: application/json\n",
                                       "Accept-Encoding: ", "Connection: Keep-Alive\n" };
  Registry *registry = registry_start (pages);
  g_autoptr (BuoyHttp) http = buoy_http_new (registry_get_url (registry));
  guint status = 0;
  g_autoptr (GBytes) body = get (http, registry, "/whole", &status, NULL);
  g_autofree char *fields = registry_dup_fields (registry);

  g_assert_nonnull (body);
  for (const char *line = fields; *line != '\0'; line = strchr (line, '\n') + 1)
    {
      gboolean is_known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        is_known = is_known || g_str_has_prefix (line, known[i]);
      if (!is_known)
        g_error ("The registry is told: %s", line);
    }
  registry_stop (registry);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (100 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (void)
{
  Registry *registry = registry_start (pages);
  g_autoptr (BuoyHttp) http = buoy_http_new (registry_get_url (registry));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *url = g_strconcat (registry_get_url (registry), "/slow", NULL);
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GError) error = NULL;
  guint status = 0;

  g_assert_null (buoy_http_get (http, url, "application/json", MAX_BYTES, &status, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  registry_stop (registry);
}

typedef struct
{
  BuoyHttp *http;
  Registry *registry;
} Asker;

static gpointer
ask (gpointer data)
{
  const Asker *asker = data;
  guint status = 0;
  g_autoptr (GBytes) body = get (asker->http, asker->registry, "/whole", &status, NULL);

  g_assert_nonnull (body);
  g_assert_cmpuint (status, ==, 200);
  return NULL;
}

static void
test_many_at_once (void)
{
  Registry *registry = registry_start (pages);
  g_autoptr (BuoyHttp) http = buoy_http_new (registry_get_url (registry));
  Asker asker = { http, registry };
  GThread *threads[20];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asker", ask, &asker);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (registry_get_n_requests (registry), ==, G_N_ELEMENTS (threads));
  registry_stop (registry);
}

static void
test_nobody_there (void)
{
  g_autoptr (BuoyHttp) http = buoy_http_new ("http://127.0.0.1:1");
  g_autoptr (GError) error = NULL;
  guint status = 0;

  g_assert_null (buoy_http_get (http, "http://127.0.0.1:1/", "application/json", MAX_BYTES, &status, NULL, &error));
  g_assert_error (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_UNREACHABLE);
}

static void
test_urls (void)
{
  static const struct
  {
    const char *url;
    gboolean may_ask;
  } urls[] = {
    { "https://rdap.registry.example/v1/", TRUE },
    { "HTTPS://RDAP.registry.example:443/", TRUE },
    { "http://rdap.registry.example/", FALSE },
    { "https://user@rdap.registry.example/", FALSE },
    { "https://rdap.registry.example:8443/", FALSE },
    { "https://localhost/", FALSE },
    { "https://intranet/", FALSE },
    { "https://8.8.8.8/", FALSE },
    { "https://[2001:db8::1]/", FALSE },
    { "https://0x7f.1/", FALSE },
    { "ftp://rdap.registry.example/", FALSE },
    { "http://127.0.0.1:80/x", FALSE },
    { "http://127.0.0.1:8080/x", TRUE },
    { "http://127.0.0.1:80801/x", FALSE },
    { "rdap.registry.example", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      GUri *uri = buoy_http_url_parse (urls[i].url, "http://127.0.0.1:8080");

      g_test_message ("%s", urls[i].url);
      g_assert_cmpint (uri != NULL, ==, urls[i].may_ask);
      g_clear_pointer (&uri, g_uri_unref);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/net/http", rows[i].path, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/net/http/busy", test_busy);
  g_test_add_func ("/net/http/wait", test_wait);
  g_test_add_func ("/net/http/fields", test_fields);
  g_test_add_func ("/net/http/cancelled", test_cancelled);
  g_test_add_func ("/net/http/many-at-once", test_many_at_once);
  g_test_add_func ("/net/http/nobody-there", test_nobody_there);
  g_test_add_func ("/net/http/urls", test_urls);
  return g_test_run ();
}
