/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The text of a list as keys: files as /etc/hosts, a host or a domain a line, an address a line.
 */
#pragma once

#include "lists/buoy-site.h"

#define BUOY_LIST_MAX_BYTES (64 * 1024 * 1024) /* of a list as text; a million hosts have 36 MB as a hosts file */

/* What becomes of an entry. */
typedef enum
{
  BUOY_SITE_TAKE,
  BUOY_SITE_LEAVE_OUT,
  BUOY_SITE_REFUSE /* and the whole list with it */
} BuoySiteChoice;

typedef BuoySiteChoice (*BuoySiteFilter) (const BuoySite *site);

typedef struct
{
  GArray *keys;   /* of BuoySiteKey */
  guint n_broken; /* lines that are no entries */
  guint n_left_out;
  char *refused; /* the entry for which the list was refused: nothing was read behind it; NULL */
} BuoySiteList;

/* Reads @text, any bytes; @filter: NULL takes all. (transfer full) */
BuoySiteList *buoy_site_list_read (const char *text, gsize length, BuoySiteFormat format, BuoySiteFilter filter);
void buoy_site_list_free (BuoySiteList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoySiteList, buoy_site_list_free)

/* Whether @text looks like a web page: what a network that wants a login puts in the place of anything. */
gboolean buoy_site_list_is_page (const char *text, gsize length);
