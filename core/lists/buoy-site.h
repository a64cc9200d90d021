/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How a block list names sites: each entry, and each address that is looked up, comes down to a few 64-bit keys.
 */
#pragma once

#include "base/url/buoy-url.h"

/* What an entry covers. */
typedef enum
{
  BUOY_SITE_HOST,   /* "host": every page of exactly this host */
  BUOY_SITE_DOMAIN, /* ".domain": the domain and all below it */
  BUOY_SITE_PAGE,   /* "host/path" or "host/path?query": one page */
  BUOY_SITE_FOLDER  /* "host/path/": every page below it; written "host/path/ *", without the blank, as a key */
} BuoySiteKind;

typedef enum
{
  BUOY_SITE_FORMAT_HOSTS,   /* a host a line, or a file as /etc/hosts */
  BUOY_SITE_FORMAT_DOMAINS, /* a domain a line, with all below it */
  BUOY_SITE_FORMAT_URLS     /* an address a line */
} BuoySiteFormat;

typedef struct
{
  BuoySiteKind kind;
  char *host; /* ASCII */
  char *name; /* what the key is made of */
} BuoySite;

/* The first 64 bits of a SHA-256: a table of a million has no second name for one in ten billion addresses. */
typedef guint64 BuoySiteKey;

/* Those of one address: its host with and without port, six domains, the page with and without query, folders. */
#define BUOY_SITE_MAX_DOMAINS 6
#define BUOY_SITE_MAX_FOLDERS 8
#define BUOY_SITE_MAX_KEYS (2 + BUOY_SITE_MAX_DOMAINS + 2 + BUOY_SITE_MAX_FOLDERS)

/* An address as people write it, with or without a scheme. (transfer full) (nullable) */
BuoyUrl *buoy_site_read_url (const char *text);

/* Reads @entry, one of a list of that format, without comment; NULL where it is none. (transfer full) */
BuoySite *buoy_site_parse (const char *entry, BuoySiteFormat format);
void buoy_site_free (BuoySite *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoySite, buoy_site_free)

BuoySiteKey buoy_site_get_key (const BuoySite *site);

/* All keys under which @url may be listed; returns how many. */
guint buoy_site_find_keys (const BuoyUrl *url, BuoySiteKey keys[BUOY_SITE_MAX_KEYS]);
