/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Links to sites on a block list.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* The gravest listing of a link. */
typedef struct
{
  const BuoyTarget *target;
  char *host;        /* the host that is listed, of those through which the link leads; ASCII */
  const char *list;  /* its name; NULL for the own list of the reader or the organisation */
  char *day;         /* when the list was last known to be the newest: "2026-11-24"; NULL for an own list */
  gboolean is_stale; /* older than the reader's limit, or from the future */
} BuoyListing;

void buoy_listing_free (gpointer listing);

/* Looks up the links of @evidence in the lists of its context. Sets *@out_cut_short to TRUE if the budget was spent
 * before all were looked up.
 *
 * Returns: (transfer full) (element-type BuoyListing): the listed links
 */
GPtrArray *buoy_listings_new (const BuoyEvidence *evidence, gboolean *out_cut_short);
