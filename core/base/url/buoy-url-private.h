/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of the URL parser.
 */
#pragma once

#include "base/url/buoy-url.h"

/* Stands for a NUL within the input: the parser works on NUL-terminated UTF-8, in which this byte
 * cannot be.
 */
#define BUOY_URL_NUL '\xff'

/* Percent-encode sets of the URL standard. */
typedef enum
{
  BUOY_ENCODE_C0,
  BUOY_ENCODE_FRAGMENT,
  BUOY_ENCODE_QUERY,
  BUOY_ENCODE_SPECIAL_QUERY,
  BUOY_ENCODE_PATH,
  BUOY_ENCODE_USERINFO
} BuoyEncodeSet;

/* A parser of one URL; each state eats what is its own from @p. */
typedef struct
{
  BuoyUrl *url;
  const BuoyUrl *base;
  GString *path;     /* its segments so far, each behind a "/" */
  const char *clean; /* the whole input */
  const char *p;     /* what is left of it */
  gsize dropped_at;  /* where in @clean the first tab or newline was dropped */
  gboolean special;
  gboolean is_file;
} BuoyUrlParser;
