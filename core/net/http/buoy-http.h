/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One question over HTTPS: no cookies, no language, no address of the reader's; an answer of a bounded size in a
 * bounded time, or a word why there is none.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_HTTP_MAX_ANSWER (64 * 1024) /* of a registry; real ones have 3 to 20 kB */
#define BUOY_HTTP_MAX_LIST (1024 * 1024) /* of an index, such as IANA's 72 kB of registries */
#define BUOY_HTTP_SECONDS 3              /* for one answer, redirects included; a far registry answers within one */
#define BUOY_HTTP_MAX_REDIRECTS 3        /* a registry may send on to another (RFC 7480 §5.2) */
#define BUOY_HTTP_MAX_AT_ONCE 4          /* requests; the others wait */

/**
 * BuoyHttpError:
 * @BUOY_HTTP_ERROR_URL: the URL, or one to which the server sent on, is none that may be asked
 * @BUOY_HTTP_ERROR_UNREACHABLE: no connection, no such host, or TLS failed
 * @BUOY_HTTP_ERROR_TIMED_OUT: no whole answer in time
 * @BUOY_HTTP_ERROR_TOO_LARGE: the answer is larger than asked for
 * @BUOY_HTTP_ERROR_REDIRECTS: sent on too often, or in a circle
 * @BUOY_HTTP_ERROR_BUSY: the server asks to wait (429, or 503 with Retry-After); it is not asked again before that
 * @BUOY_HTTP_ERROR_CUT: the connection ended before the answer did, or nobody can tell whether it did
 *
 * Why there is no answer.
 */
typedef enum
{
  BUOY_HTTP_ERROR_URL,
  BUOY_HTTP_ERROR_UNREACHABLE,
  BUOY_HTTP_ERROR_TIMED_OUT,
  BUOY_HTTP_ERROR_TOO_LARGE,
  BUOY_HTTP_ERROR_REDIRECTS,
  BUOY_HTTP_ERROR_BUSY,
  BUOY_HTTP_ERROR_CUT
} BuoyHttpError;

#define BUOY_HTTP_ERROR (buoy_http_error_quark ())
GQuark buoy_http_error_quark (void);

typedef struct _BuoyHttp BuoyHttp;

/**
 * buoy_http_new:
 * @loopback: (nullable): a server of tests, "http://127.0.0.1:PORT": the only host that is asked without TLS
 *
 * Returns: (transfer full): a client with the system's proxy and certificates; thread-safe
 */
BuoyHttp *buoy_http_new (const char *loopback);
void buoy_http_free (BuoyHttp *http);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyHttp, buoy_http_free)

/* One question. */
typedef struct
{
  const char *url;
  const char *accept;   /* a media type */
  gsize max_bytes;      /* the largest answer that is read */
  guint seconds;        /* for the whole answer, redirects included */
  const char *etag;     /* If-None-Match; NULL */
  const char *modified; /* If-Modified-Since; NULL */
  gboolean stays;       /* a redirect is the answer, and is not followed */
  gboolean whole;       /* an answer of which nobody can tell whether it is whole is none */
} BuoyHttpRequest;

typedef struct
{
  guint status;
  GBytes *body;
  char *etag;       /* NULL */
  char *modified;   /* Last-Modified; NULL */
  char *media_type; /* without parameters; NULL */
} BuoyHttpReply;

void buoy_http_reply_free (BuoyHttpReply *reply);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyHttpReply, buoy_http_reply_free)

/* (transfer full): see buoy_http_get(), which asks the same with less to say. */
BuoyHttpReply *buoy_http_fetch (BuoyHttp *http, const BuoyHttpRequest *request, GCancellable *cancellable,
                                GError **error);

/**
 * buoy_http_get:
 * @url: an https URL
 * @accept: a media type
 * @max_bytes: the largest answer that is read
 * @out_status: (out): the status of the last server asked; untouched on failure
 *
 * Asks, and waits for the answer at most %BUOY_HTTP_SECONDS. Follows up to %BUOY_HTTP_MAX_REDIRECTS redirects to public
 * hosts. Whatever the status, the body is the answer, save for "wait" (429, 503 with Retry-After).
 *
 * Returns: (transfer full) (nullable): the body, at most @max_bytes; %NULL with a %BUOY_HTTP_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *buoy_http_get (BuoyHttp *http, const char *url, const char *accept, gsize max_bytes, guint *out_status,
                       GCancellable *cancellable, GError **error);
