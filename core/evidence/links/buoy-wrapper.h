/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Services that wrap a link's target. One table, one row a wrapper; opened locally, never over the network.
 */
#pragma once

#include "base/url/buoy-url.h"

typedef struct
{
  const char *name; /* stable, for people and JSON: "safelinks" */
  gboolean opaque;  /* the target cannot be read from the URL */
  BuoyUrl *target;  /* NULL where opaque or where the wrapped text is no web URL */
} BuoyWrapped;

typedef struct
{
  const char *name;
  const char *hosts;                    /* suffixes, space-separated; "google.*" takes any public suffix */
  const char *path;                     /* prefix; NULL for any */
  const char *params;                   /* query parameters that may hold the target, space-separated; NULL */
  char *(*unwrap) (const BuoyUrl *url); /* NULL: the parameters tell; neither: opaque */
} BuoyWrapperRow;

/* The table. The first row that opens a URL counts. */
const BuoyWrapperRow *buoy_wrapper_rows_get (guint *out_n_rows);

/* Opens one layer of @url. FALSE where its host is no known wrapper; else @out_wrapped tells. */
gboolean buoy_wrapper_open (const BuoyUrl *url, BuoyWrapped *out_wrapped);

/* Proofpoint's encodings, by the version in the path: the wrapped URL as text; NULL where it cannot be read. */
char *buoy_urldefense_decode (const BuoyUrl *url);

/* base64url (RFC 4648 §5), with or without its padding. */
guchar *buoy_wrapper_decode_base64url (const char *start, gsize length, gsize *out_length);
