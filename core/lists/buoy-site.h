/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The keys of a block list: each entry has one 64-bit key, and each URL that is looked up has a few.
 */
#pragma once

#include "base/url/buoy-url.h"

/* What an entry covers. */
typedef enum
{
  BUOY_SITE_HOST,   /* "host": every page of exactly this host */
  BUOY_SITE_DOMAIN, /* ".domain": the domain and its subdomains */
  BUOY_SITE_PAGE,   /* "host/path" or "host/path?query": one page */
  BUOY_SITE_FOLDER  /* "host/path/": every page below it; its key is made from "host/path/ *" without the blank */
} BuoySiteKind;

typedef enum
{
  BUOY_SITE_FORMAT_HOSTS,   /* one host per line, or the format of /etc/hosts */
  BUOY_SITE_FORMAT_DOMAINS, /* one domain per line; covers subdomains */
  BUOY_SITE_FORMAT_URLS     /* one URL per line */
} BuoySiteFormat;

typedef struct
{
  BuoySiteKind kind;
  char *host; /* ASCII */
  char *name; /* the string that is hashed into the key */
} BuoySite;

/* The first 64 bits of a SHA-256. In a table of a million, one URL in more than ten billion matches by accident. */
typedef guint64 BuoySiteKey;

/* Keys of one URL: its host with and without port, domains, the page with and without query, folders. */
#define BUOY_SITE_MAX_DOMAINS 6
#define BUOY_SITE_MAX_FOLDERS 8
#define BUOY_SITE_MAX_KEYS (2 + BUOY_SITE_MAX_DOMAINS + 2 + BUOY_SITE_MAX_FOLDERS)

/* Parses a URL as people write it, with or without a scheme. (transfer full) (nullable) */
BuoyUrl *buoy_site_read_url (const char *text);

/* Parses @entry, a line of a list in @format without its comment. (transfer full) (nullable) */
BuoySite *buoy_site_parse (const char *entry, BuoySiteFormat format);
void buoy_site_free (BuoySite *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoySite, buoy_site_free)

BuoySiteKey buoy_site_get_key (const BuoySite *site);

/* Fills @keys with all keys under which @url may be listed, and returns their number. */
guint buoy_site_find_keys (const BuoyUrl *url, BuoySiteKey keys[BUOY_SITE_MAX_KEYS]);
