/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Services that wrap a link's target. One table, one row a wrapper; opened locally, never over the network.
 */
#pragma once

#include "base/buoy-url.h"

typedef struct
{
  const char *name;    /* stable, for people and JSON: "safelinks" */
  gboolean opaque;     /* the target cannot be read from the URL */
  BuoyUrl *target;     /* NULL where opaque or where the wrapped text is no web URL */
} BuoyWrapped;

/* Opens one layer of @url. FALSE where its host is no known wrapper; else @out_wrapped tells. */
gboolean buoy_wrapper_open (const BuoyUrl *url, BuoyWrapped *out_wrapped);

/* Proofpoint's encodings, by the version in the path: the wrapped URL as text; NULL where it cannot be read. */
char *buoy_urldefense_decode (const BuoyUrl *url);

/* base64url (RFC 4648 §5), with or without its padding. */
guchar *buoy_wrapper_decode_base64url (const char *start, gsize length, gsize *out_length);
