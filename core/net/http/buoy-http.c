/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Redirects are followed here because libsoup would follow twenty, to any host. A request runs in its own main context
 * in the caller's thread, so that one timer ends it whatever the server does. Its session ends with it, because idle
 * connections belong to the context in which they were made.
 */
#include "config.h"

#include "net/http/buoy-http.h"

#include <libsoup/soup.h>

#include "net/http/buoy-http-url.h"
#include "net/http/buoy-http-wait.h"

#define STATUS_TOO_MANY_REQUESTS 429 /* RFC 6585 §4; libsoup has no name for it */
#define PIECE_BYTES (16 * 1024)      /* bytes of a body read at once */

struct _BuoyHttp
{
  BuoyHttpWait *wait;
  char *loopback;
};

typedef struct
{
  BuoyHttp *http;
  SoupSession *session;
  GMainContext *context;
  GCancellable *ending; /* cancelled at the deadline, or with the caller's cancellable */
  gint64 deadline_us;
  gboolean late; /* @ending was cancelled by the deadline */
  const BuoyHttpRequest *request;
} Question;

typedef struct
{
  guint status;
  char *location, *retry_after, *etag, *modified, *media_type;
  GByteArray *body;
} Answer;

GQuark
buoy_http_error_quark (void)
{
  return g_quark_from_static_string ("buoy-http-error-quark");
}

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->location, g_free);
  g_clear_pointer (&answer->retry_after, g_free);
  g_clear_pointer (&answer->etag, g_free);
  g_clear_pointer (&answer->modified, g_free);
  g_clear_pointer (&answer->media_type, g_free);
  g_clear_pointer (&answer->body, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

void
buoy_http_reply_free (BuoyHttpReply *reply)
{
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_free (reply->etag);
  g_free (reply->modified);
  g_free (reply->media_type);
  g_free (reply);
}

BuoyHttp *
buoy_http_new (const char *loopback)
{
  BuoyHttp *http = g_new0 (BuoyHttp, 1);

  http->wait = buoy_http_wait_new ();
  http->loopback = g_strdup (loopback);
  return http;
}

void
buoy_http_free (BuoyHttp *http)
{
  buoy_http_wait_free (http->wait);
  g_free (http->loopback);
  g_free (http);
}

char *
buoy_http_dup_host (BuoyHttp *http, const char *url)
{
  g_autoptr (GUri) uri = buoy_http_url_parse (url, http->loopback);

  return uri == NULL ? NULL : g_strdup (g_uri_get_host (uri));
}

gint64
buoy_http_get_wait (BuoyHttp *http, const char *host)
{
  return buoy_http_wait_get_seconds (http->wait, host, g_get_monotonic_time ());
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (const Question *question, GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (question->context, TRUE);
  return *kept;
}

static GInputStream *
send_message (const Question *question, SoupMessage *message, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  soup_session_send_async (question->session, message, G_PRIORITY_DEFAULT, question->ending, keep_result, &result);
  return soup_session_send_finish (question->session, wait_for (question, &result), error);
}

static gboolean
fail_too_large (const Question *question, GError **error)
{
  g_set_error (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_TOO_LARGE, "The answer has more than %" G_GSIZE_FORMAT " bytes",
               question->request->max_bytes);
  return FALSE;
}

static gboolean
read_body (const Question *question, GInputStream *stream, GByteArray *body, GError **error)
{
  for (;;)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_input_stream_read_bytes_async (stream, PIECE_BYTES, G_PRIORITY_DEFAULT, question->ending, keep_result, &result);
      bytes = g_input_stream_read_bytes_finish (stream, wait_for (question, &result), error);
      if (bytes == NULL)
        return FALSE;
      if (g_bytes_get_size (bytes) == 0)
        return TRUE;
      if (body->len + g_bytes_get_size (bytes) > question->request->max_bytes)
        return fail_too_large (question, error);
      g_byte_array_append (body, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}

static void
set_fields (const BuoyHttpRequest *request, SoupMessageHeaders *headers)
{
  soup_message_headers_replace (headers, "Accept", request->accept);
  if (request->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", request->etag);
  if (request->modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", request->modified);
}

/* Checks the header for answers that are too large or of unknown length. HTTP/1 may end a body by closing the
 * connection (RFC 9112 §6.3), which looks the same as a lost connection.
 */
static gboolean
check_length (const Question *question, SoupMessage *message, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const SoupEncoding encoding = soup_message_headers_get_encoding (headers);

  if (encoding == SOUP_ENCODING_CONTENT_LENGTH
      && soup_message_headers_get_content_length (headers) > (goffset) question->request->max_bytes)
    return fail_too_large (question, error);
  if (question->request->whole && encoding == SOUP_ENCODING_EOF && soup_message_get_status (message) == SOUP_STATUS_OK
      && soup_message_get_http_version (message) < SOUP_HTTP_2_0)
    {
      g_set_error_literal (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_CUT, "The server does not tell the length");
      return FALSE;
    }
  return TRUE;
}

static gboolean
ask_once (const Question *question, GUri *uri, Answer *answer, GError **error)
{
  g_autoptr (SoupMessage) message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  SoupMessageHeaders *headers;
  g_autoptr (GInputStream) stream = NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  set_fields (question->request, soup_message_get_request_headers (message));
  stream = send_message (question, message, error);
  if (stream == NULL)
    return FALSE;
  headers = soup_message_get_response_headers (message);
  answer->status = soup_message_get_status (message);
  answer->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  answer->retry_after = g_strdup (soup_message_headers_get_one (headers, "Retry-After"));
  answer->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  answer->modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  answer->media_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  answer->body = g_byte_array_new ();
  return check_length (question, message, error) && read_body (question, stream, answer->body, error);
}

static gboolean
asks_to_wait (const Answer *answer)
{
  return answer->status == STATUS_TOO_MANY_REQUESTS
         || (answer->status == SOUP_STATUS_SERVICE_UNAVAILABLE && answer->retry_after != NULL);
}

static gboolean
ask_host (const Question *question, GUri *uri, Answer *answer, GError **error)
{
  const char *host = g_uri_get_host (uri);

  if (buoy_http_wait_get_seconds (question->http->wait, host, g_get_monotonic_time ()) == 0)
    {
      if (!ask_once (question, uri, answer, error))
        return FALSE;
      if (!asks_to_wait (answer))
        return TRUE;
      buoy_http_wait_learn (question->http->wait, host, answer->retry_after, g_get_monotonic_time ());
    }
  g_set_error (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_BUSY, "%s asks to wait", host);
  return FALSE;
}

static BuoyHttpReply *
take_reply (Answer *answer)
{
  BuoyHttpReply *reply = g_new0 (BuoyHttpReply, 1);

  reply->status = answer->status;
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&answer->body));
  reply->etag = g_steal_pointer (&answer->etag);
  reply->modified = g_steal_pointer (&answer->modified);
  reply->media_type = g_steal_pointer (&answer->media_type);
  return reply;
}

/* Follows redirects until there is an answer. */
static BuoyHttpReply *
ask (const Question *question, GUri *first, GError **error)
{
  g_autoptr (GUri) uri = g_uri_ref (first);

  for (guint i = 0; i <= BUOY_HTTP_MAX_REDIRECTS; i++)
    {
      g_auto (Answer) answer = { 0 };
      GUri *next;

      if (!ask_host (question, uri, &answer, error))
        return NULL;
      if (!SOUP_STATUS_IS_REDIRECTION (answer.status) || answer.location == NULL || question->request->stays)
        return take_reply (&answer);
      next = buoy_http_url_follow (uri, answer.location, question->http->loopback, question->ending);
      if (next == NULL)
        {
          g_set_error (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_URL, "%s sends on to where nothing is asked",
                       g_uri_get_host (uri));
          return NULL;
        }
      g_uri_unref (uri);
      uri = next;
    }
  g_set_error (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_REDIRECTS, "%s sends on too often", g_uri_get_host (first));
  return NULL;
}

static gboolean
end_late_question (gpointer user_data)
{
  Question *question = user_data;

  question->late = TRUE;
  g_cancellable_cancel (question->ending);
  return G_SOURCE_REMOVE;
}

static void
pass_on (GCancellable *cancellable, gpointer ending)
{
  g_cancellable_cancel (ending);
}

/* Maps errors of GIO and libsoup to BuoyHttpError. */
static void
translate_error (const Question *question, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (error == NULL || *error == NULL || (*error)->domain == BUOY_HTTP_ERROR)
    return;
  cause = g_steal_pointer (error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    g_set_error_literal (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_CUT, "The connection ended before the answer did");
  else if (question->late || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error_literal (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_TIMED_OUT, "No answer in time");
  else
    g_set_error_literal (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_UNREACHABLE, cause->message);
}

/* Runs @question in its own main context, with a timer that cancels it. */
static BuoyHttpReply *
run (Question *question, GUri *uri, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainContextPusher) pusher G_GNUC_UNUSED = g_main_context_pusher_new (context);
  g_autoptr (GSource) timer = g_timeout_source_new (MAX (0, question->deadline_us - g_get_monotonic_time ()) / 1000);
  g_autoptr (SoupSession) session
      = soup_session_new_with_options ("timeout", question->request->seconds, "user-agent", "Bellbuoy", NULL);
  BuoyHttpReply *reply;

  question->context = context;
  question->session = session;
  g_source_set_callback (timer, end_late_question, question, NULL);
  g_source_attach (timer, context);
  reply = ask (question, uri, error);
  g_source_destroy (timer);
  soup_session_abort (session);
  while (g_main_context_iteration (context, FALSE)) /* let the connection close */
    ;
  return reply;
}

BuoyHttpReply *
buoy_http_fetch (BuoyHttp *http, const BuoyHttpRequest *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (GUri) uri = buoy_http_url_parse (request->url, http->loopback);
  g_autoptr (GCancellable) ending = g_cancellable_new ();
  g_autoptr (GError) local_error = NULL;
  Question question = {
    .http = http,
    .ending = ending,
    .deadline_us = g_get_monotonic_time () + (gint64) request->seconds * G_USEC_PER_SEC,
    .request = request,
  };
  BuoyHttpReply *reply = NULL;
  gulong handler;

  if (uri == NULL)
    {
      g_set_error (error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_URL, "%s is no address that may be asked", request->url);
      return NULL;
    }
  handler = cancellable == NULL ? 0 : g_cancellable_connect (cancellable, G_CALLBACK (pass_on), ending, NULL);
  if (buoy_http_wait_enter (http->wait, question.deadline_us))
    {
      reply = run (&question, uri, &local_error);
      buoy_http_wait_leave (http->wait);
    }
  else
    g_set_error_literal (&local_error, BUOY_HTTP_ERROR, BUOY_HTTP_ERROR_TIMED_OUT, "Too many questions at once");
  translate_error (&question, cancellable, &local_error);
  g_cancellable_disconnect (cancellable, handler);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return reply;
}

GBytes *
buoy_http_get (BuoyHttp *http, const char *url, const char *accept, gsize max_bytes, guint *out_status,
               GCancellable *cancellable, GError **error)
{
  const BuoyHttpRequest request
      = { .url = url, .accept = accept, .max_bytes = max_bytes, .seconds = BUOY_HTTP_SECONDS };
  g_autoptr (BuoyHttpReply) reply = buoy_http_fetch (http, &request, cancellable, error);

  if (reply == NULL)
    return NULL;
  *out_status = reply->status;
  return g_steal_pointer (&reply->body);
}
