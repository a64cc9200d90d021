/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/lists/buoy-list-source.h"

#include <glib/gstdio.h>
#include <string.h>

#include "lists/buoy-block-list.h"
#include "lists/buoy-site-reader.h"
#include "net/http/buoy-http.h"

#define MEDIA_TYPES "text/plain, */*;q=0.1"
#define PAGE_TYPE "text/html"
#define STATUS_OK 200
#define STATUS_NOT_MODIFIED 304

/* Sets a test server that is used without TLS. */
#define SERVER_VARIABLE "BELLBUOY_LIST_SERVER"

void
buoy_list_text_free (BuoyListText *text)
{
  g_clear_pointer (&text->bytes, g_bytes_unref);
  g_free (text->etag);
  g_free (text->modified);
  g_free (text);
}

static BuoyListText *
text_new (GBytes *bytes, const char *etag, const char *modified)
{
  BuoyListText *text = g_new0 (BuoyListText, 1);

  text->bytes = bytes;
  text->etag = g_strdup (etag != NULL ? etag : "");
  text->modified = g_strdup (modified != NULL ? modified : "");
  return text;
}

static gboolean
fail (GError **error, BuoyBlockListError code, const char *what)
{
  g_set_error_literal (error, BUOY_BLOCK_LIST_ERROR, code, what);
  return FALSE;
}

static void
translate_error (const GError *cause, GError **error)
{
  static const BuoyBlockListError codes[] = {
    [BUOY_HTTP_ERROR_URL] = BUOY_BLOCK_LIST_ERROR_ADDRESS,
    [BUOY_HTTP_ERROR_UNREACHABLE] = BUOY_BLOCK_LIST_ERROR_UNREACHABLE,
    [BUOY_HTTP_ERROR_TIMED_OUT] = BUOY_BLOCK_LIST_ERROR_UNREACHABLE,
    [BUOY_HTTP_ERROR_TOO_LARGE] = BUOY_BLOCK_LIST_ERROR_TOO_LARGE,
    [BUOY_HTTP_ERROR_REDIRECTS] = BUOY_BLOCK_LIST_ERROR_STATUS,
    [BUOY_HTTP_ERROR_BUSY] = BUOY_BLOCK_LIST_ERROR_STATUS,
    [BUOY_HTTP_ERROR_CUT] = BUOY_BLOCK_LIST_ERROR_CUT,
  };

  if (cause->domain == BUOY_HTTP_ERROR)
    fail (error, codes[cause->code], cause->message);
  else
    g_propagate_error (error, g_error_copy (cause));
}

static const char *
unless_empty (const char *text)
{
  return text == NULL || *text == '\0' ? NULL : text;
}

static BuoyListText *
ask_server (const char *url, const BuoySiteOrigin *last, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyHttp) http = buoy_http_new (g_getenv (SERVER_VARIABLE));
  g_autoptr (GError) cause = NULL;
  const BuoyHttpRequest request = {
    .url = url,
    .accept = MEDIA_TYPES,
    .max_bytes = BUOY_LIST_MAX_BYTES,
    .seconds = BUOY_LIST_SECONDS,
    .etag = last != NULL ? unless_empty (last->etag) : NULL,
    .modified = last != NULL ? unless_empty (last->modified) : NULL,
    .whole = TRUE,
  };
  g_autoptr (BuoyHttpReply) reply = buoy_http_fetch (http, &request, cancellable, &cause);
  g_autofree char *status = NULL;

  if (reply == NULL)
    {
      translate_error (cause, error);
      return NULL;
    }
  if (reply->status == STATUS_NOT_MODIFIED && last != NULL)
    return text_new (NULL, NULL, NULL);
  status = g_strdup_printf ("%u", reply->status);
  if (reply->status != STATUS_OK)
    fail (error, BUOY_BLOCK_LIST_ERROR_STATUS, status);
  else if (g_strcmp0 (reply->media_type, PAGE_TYPE) == 0)
    fail (error, BUOY_BLOCK_LIST_ERROR_PAGE, url);
  else
    return text_new (g_steal_pointer (&reply->body), reply->etag, reply->modified);
  return NULL;
}

/* The modification time, to the nanosecond. */
static char *
time_of (const GStatBuf *found)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld", (gint64) found->st_mtim.tv_sec, found->st_mtim.tv_nsec);
}

/* Reads only regular files: opening a pipe without a writer blocks. */
static BuoyListText *
read_file (const char *path, const BuoySiteOrigin *last, GError **error)
{
  GStatBuf found;
  g_autoptr (GError) cause = NULL;
  g_autofree char *modified = NULL;
  char *text = NULL;
  gsize length = 0;

  if (g_stat (path, &found) != 0 || !S_ISREG (found.st_mode))
    fail (error, BUOY_BLOCK_LIST_ERROR_UNREACHABLE, path);
  else if (found.st_size > BUOY_LIST_MAX_BYTES)
    fail (error, BUOY_BLOCK_LIST_ERROR_TOO_LARGE, path);
  else
    {
      modified = time_of (&found);
      if (last != NULL && g_str_equal (last->modified, modified))
        return text_new (NULL, NULL, NULL);
      if (g_file_get_contents (path, &text, &length, &cause))
        return text_new (g_bytes_new_take (text, length), NULL, modified);
      fail (error, BUOY_BLOCK_LIST_ERROR_UNREACHABLE, cause->message);
    }
  return NULL;
}

BuoyListText *
buoy_list_source_read (const char *source, const BuoySiteOrigin *last, GCancellable *cancellable, GError **error)
{
  static const char file_scheme[] = "file://";

  if (*source == '/')
    return read_file (source, last, error);
  if (g_str_has_prefix (source, file_scheme) && source[strlen (file_scheme)] == '/')
    return read_file (source + strlen (file_scheme), last, error);
  return ask_server (source, last, cancellable, error);
}
