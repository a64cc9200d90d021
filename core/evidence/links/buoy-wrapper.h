/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Services that wrap a link's target. One table, a row per wrapper; unwrapped locally, never over the network.
 */
#pragma once

#include "base/url/buoy-url.h"

typedef struct
{
  const char *name; /* stable, for people and JSON: "safelinks" */
  gboolean opaque;  /* the target cannot be read from the URL */
  BuoyUrl *target;  /* NULL if opaque or if the wrapped text is no web URL */
} BuoyWrapped;

typedef struct
{
  const char *name;
  const char *hosts;                    /* suffixes, space-separated; "google.*" matches any public suffix */
  const char *path;                     /* prefix; NULL for any */
  const char *params;                   /* query parameters that may hold the target, space-separated; NULL */
  char *(*unwrap) (const BuoyUrl *url); /* NULL: use params; if both are NULL: opaque */
} BuoyWrapperRow;

/* The table. The first row that unwraps a URL is used. */
const BuoyWrapperRow *buoy_wrapper_rows_get (guint *out_n_rows);

/* Unwraps one layer of @url into @out_wrapped. FALSE if its host is no known wrapper. */
gboolean buoy_wrapper_open (const BuoyUrl *url, BuoyWrapped *out_wrapped);

/* Decodes Proofpoint's versions, by the path: the wrapped URL as text; NULL if it cannot be decoded. */
char *buoy_urldefense_decode (const BuoyUrl *url);

/* base64url (RFC 4648 §5), with or without padding. */
guchar *buoy_wrapper_decode_base64url (const char *start, gsize length, gsize *out_length);
