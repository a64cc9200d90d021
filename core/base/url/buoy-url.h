/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a browser opens: the URL parser of the WHATWG URL standard (url.spec.whatwg.org).
 */
#pragma once

#include <glib.h>

/* Unusual ways in which a URL was written; bits of BuoyUrl.anomalies. */
typedef enum
{
  BUOY_URL_ANOMALY_NONE = 0,
  BUOY_URL_ANOMALY_USERINFO = 1 << 0,     /* user information before an @ */
  BUOY_URL_ANOMALY_IP_FORM = 1 << 1,      /* an IPv4 address not written as four decimal numbers */
  BUOY_URL_ANOMALY_CONTROL = 1 << 2,      /* tab or newline inside the scheme or the authority */
  BUOY_URL_ANOMALY_BACKSLASH = 1 << 3,    /* \ for / before the path */
  BUOY_URL_ANOMALY_SLASHES = 1 << 4,      /* not exactly two slashes before the authority */
  BUOY_URL_ANOMALY_ENCODED_HOST = 1 << 5, /* %xx in the host */
  BUOY_URL_ANOMALY_MAPPED_HOST = 1 << 6   /* UTS 46 changed or dropped more than letter case */
} BuoyUrlAnomaly;

typedef struct
{
  char *scheme;   /* lower case, without the colon */
  char *username; /* percent-encoded; "" if there is none */
  char *password; /* percent-encoded; "" if there is none */
  char *host;     /* serialised: ASCII domain, dotted IPv4, [IPv6]; NULL for opaque paths; "" possible */
  int port;       /* -1: the scheme's default, or none */
  char *path;     /* "/…", or the opaque path */
  char *query;    /* without "?", NULL if there is none */
  char *fragment; /* without "#", NULL if there is none */
  gboolean opaque_path;
  guint anomalies; /* BuoyUrlAnomaly bits */
} BuoyUrl;

/* Parses @input (any bytes) against @base (nullable). NULL if a browser would refuse it. */
BuoyUrl *buoy_url_parse (const char *input, const BuoyUrl *base);

/* The same for input that may contain NUL. */
BuoyUrl *buoy_url_parse_bytes (const char *input, gsize length, const BuoyUrl *base);

void buoy_url_free (BuoyUrl *url);

/* The URL serializer: what the address bar would show. */
char *buoy_url_to_string (const BuoyUrl *url);

/* Whether the scheme is one of the standard's special schemes (http, https, ftp, ws, wss, file). */
gboolean buoy_url_is_special (const BuoyUrl *url);

/* http or https. */
gboolean buoy_url_is_web (const BuoyUrl *url);

/* The value of the first query parameter @name, percent- and plus-decoded; nullable. */
char *buoy_url_query_value (const BuoyUrl *url, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyUrl, buoy_url_free)
