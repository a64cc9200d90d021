/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared parts of the URL parser.
 */
#pragma once

#include "base/url/buoy-url.h"

/* Stands for NUL in the input: the parser works on NUL-terminated UTF-8, in which this byte does not occur. */
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

/* Parser for one URL; each state consumes its part from @p. */
typedef struct
{
  BuoyUrl *url;
  const BuoyUrl *base;
  GString *path;     /* the segments so far, each after a "/" */
  const char *clean; /* the whole input */
  const char *p;     /* the rest of the input */
  gsize dropped_at;  /* position in @clean of the first dropped tab or newline */
  gboolean special;
  gboolean is_file;
} BuoyUrlParser;
