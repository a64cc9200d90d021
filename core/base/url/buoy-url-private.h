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

void buoy_percent_append (GString *out, const char *text, gsize length, BuoyEncodeSet set);
char *buoy_percent_decode (const char *text, gsize length, gsize *out_length);

/* Host parser: serialised host, or NULL for failure. @out_oddities gets bits added. */
char *buoy_url_parse_host (const char *text, gsize length, gboolean special, guint *out_oddities);

/* 0: no IPv4 number form, 1: parsed into @out_address, -1: looks like one and is none (failure). */
int buoy_ipv4_parse (const char *host, guint32 *out_address);
char *buoy_ipv4_to_string (guint32 address);

/* Canonical text of an IPv6 address (RFC 5952, as the URL standard serialises it); NULL. */
char *buoy_ipv6_canonicalise (const char *text);

/* The default port of a special scheme, 0 for file, -1 for others. */
int buoy_url_default_port (const char *scheme);

/* ".." takes the last segment away, but no drive letter of a file URL. */
void buoy_path_shorten (GString *path, gboolean is_file);
void buoy_path_parse (GString *path, const char *text, gsize length, gboolean special,
                      gboolean is_file);

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

/* "/", and "\\" in special schemes. */
gboolean buoy_url_is_slash (const BuoyUrlParser *parser, char c);

/* The states of the parser; FALSE is failure. Each goes on to the end of the URL. */
gboolean buoy_url_parse_slashes (BuoyUrlParser *parser);
gboolean buoy_url_parse_authority (BuoyUrlParser *parser);
gboolean buoy_url_parse_relative (BuoyUrlParser *parser);
gboolean buoy_url_parse_file (BuoyUrlParser *parser);
void buoy_url_parse_path (BuoyUrlParser *parser);

/* From a "?" or "#" on. */
void buoy_url_parse_query (BuoyUrlParser *parser);
