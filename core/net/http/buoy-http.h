/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A single HTTPS request without cookies or language, with a limited time and size.
 */
#pragma once

#include <gio/gio.h>

#define BUOY_HTTP_MAX_ANSWER (64 * 1024) /* of a registry; real ones have 3 to 20 kB */
#define BUOY_HTTP_MAX_LIST (1024 * 1024) /* of an index, such as IANA's 72 kB of registries */
#define BUOY_HTTP_SECONDS 3              /* for one answer, redirects included; a distant registry answers within one */
#define BUOY_HTTP_MAX_REDIRECTS 3        /* a registry may redirect to another (RFC 7480 §5.2) */
#define BUOY_HTTP_MAX_AT_ONCE 4          /* requests; the others wait */

/**
 * BuoyHttpError:
 * @BUOY_HTTP_ERROR_URL: the URL, or the target of a redirect, may not be requested
 * @BUOY_HTTP_ERROR_UNREACHABLE: no connection, no such host, or TLS failed
 * @BUOY_HTTP_ERROR_TIMED_OUT: the answer was not complete in time
 * @BUOY_HTTP_ERROR_TOO_LARGE: the answer exceeds @max_bytes
 * @BUOY_HTTP_ERROR_REDIRECTS: too many redirects
 * @BUOY_HTTP_ERROR_BUSY: the server asks to wait (429, or 503 with Retry-After); it is not asked again before that
 * @BUOY_HTTP_ERROR_CUT: the connection closed before the answer was complete, or its completeness cannot be verified
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
 * @loopback: (nullable): a test server, "http://127.0.0.1:PORT": the only host that may be requested without TLS
 *
 * Returns: (transfer full): a client with the system's proxy and certificates; thread-safe
 */
BuoyHttp *buoy_http_new (const char *loopback);
void buoy_http_free (BuoyHttp *http);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyHttp, buoy_http_free)

/* The host of @url; NULL if it is no URL that may be requested. (transfer full) (nullable) */
char *buoy_http_dup_host (BuoyHttp *http, const char *url);

/* The seconds for which @host asked to wait, as far as they are not over; 0 if it may be asked. */
gint64 buoy_http_get_wait (BuoyHttp *http, const char *host);

/* A request. */
typedef struct
{
  const char *url;
  const char *accept;   /* a media type */
  gsize max_bytes;      /* the largest answer that is read */
  guint seconds;        /* for the whole answer, redirects included */
  const char *etag;     /* If-None-Match; NULL */
  const char *modified; /* If-Modified-Since; NULL */
  gboolean stays;       /* don't follow redirects */
  gboolean whole;       /* fail if the answer's completeness cannot be verified */
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

/* Sends @request; see buoy_http_get() for the rest. (transfer full) (nullable) */
BuoyHttpReply *buoy_http_fetch (BuoyHttp *http, const BuoyHttpRequest *request, GCancellable *cancellable,
                                GError **error);

/**
 * buoy_http_get:
 * @url: an https URL
 * @accept: a media type
 * @max_bytes: the largest answer that is read
 * @out_status: (out): the status of the final answer; untouched on failure
 *
 * Requests @url and waits for the answer for at most %BUOY_HTTP_SECONDS. Follows up to %BUOY_HTTP_MAX_REDIRECTS
 * redirects to public hosts. Returns the body whatever the status, except for requests to wait (429, or 503 with
 * Retry-After).
 *
 * Returns: (transfer full) (nullable): the body, at most @max_bytes; %NULL with a %BUOY_HTTP_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *buoy_http_get (BuoyHttp *http, const char *url, const char *accept, gsize max_bytes, guint *out_status,
                       GCancellable *cancellable, GError **error);
