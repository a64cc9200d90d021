/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parses the text of a list into keys: hosts files, or one host, domain or URL per line.
 */
#pragma once

#include "lists/buoy-site.h"

#define BUOY_LIST_MAX_BYTES (64 * 1024 * 1024) /* of a list's text; a hosts file of a million hosts has 36 MB */

/* What to do with an entry. */
typedef enum
{
  BUOY_SITE_TAKE,
  BUOY_SITE_LEAVE_OUT,
  BUOY_SITE_REFUSE /* refuse the whole list */
} BuoySiteChoice;

typedef BuoySiteChoice (*BuoySiteFilter) (const BuoySite *site);

typedef struct
{
  GArray *keys;   /* of BuoySiteKey */
  guint n_broken; /* invalid lines */
  guint n_left_out;
  char *refused; /* the entry because of which the list was refused; nothing after it was read. NULL if there is none */
} BuoySiteList;

/* Parses @text, which may be any bytes. If @filter is NULL, all entries are taken. (transfer full) */
BuoySiteList *buoy_site_list_read (const char *text, gsize length, BuoySiteFormat format, BuoySiteFilter filter);
void buoy_site_list_free (BuoySiteList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoySiteList, buoy_site_list_free)

/* Whether @text looks like a web page: captive portals serve one in place of any file. */
gboolean buoy_site_list_is_page (const char *text, gsize length);
