/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Services that wrap the target of a link, in one table. They are unwrapped locally, never over the network.
 */
#pragma once

#include "base/url/buoy-url.h"

typedef struct
{
  const char *name; /* stable, for people and JSON: "safelinks" */
  gboolean opaque;  /* the target cannot be read from the URL */
  BuoyUrl *target;  /* NULL if opaque, or if the wrapped text is not a web URL */
} BuoyWrapped;

typedef struct
{
  const char *name;
  const char *hosts;  /* suffixes, space-separated; "google.*" matches any public suffix */
  const char *path;   /* prefix; NULL for any */
  const char *params; /* query parameters that may contain the target, space-separated; NULL if there are none */
  char *(*unwrap) (const BuoyUrl *url); /* used instead of params; if both are NULL, the wrapper is opaque */
} BuoyWrapperRow;

/* The table. The first row that unwraps a URL is used. */
const BuoyWrapperRow *buoy_wrapper_rows_get (guint *out_n_rows);

/* Unwraps one layer of @url into @out_wrapped. Returns FALSE if it is not a known wrapper, or has no target. */
gboolean buoy_wrapper_open (const BuoyUrl *url, BuoyWrapped *out_wrapped);

/* The host that an opaque wrapper names beside the code that decides where it leads. Whoever wrote the link may have
 * changed the name, so that it can accuse, but excuses nothing. (transfer full) (nullable)
 */
char *buoy_wrapper_find_named_host (const BuoyUrl *url);

/* Decodes any version of Proofpoint's wrapper; the result is as in buoy-unwrap.h. */
char *buoy_urldefense_decode (const BuoyUrl *url);

/* Decodes base64url (RFC 4648 §5), with or without padding. (transfer full) */
guchar *buoy_wrapper_decode_base64url (const char *start, gsize length, gsize *out_length);
