/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Links to sites on a block list.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* A link on a list; of one link, the gravest. */
typedef struct
{
  const BuoyTarget *target;
  char *host;        /* the listed one, where the link goes through several; ASCII */
  const char *list;  /* its name; NULL: the reader's or the organisation's own sites */
  char *day;         /* when the list was last known to be the newest: "2026-11-24"; NULL for own sites */
  gboolean is_stale; /* older than the reader lets a list be, or of a time to come */
} BuoyListing;

void buoy_listing_free (gpointer listing);

/* (transfer full) (element-type BuoyListing): the links of @evidence that lists of its context hold. Sets
 * @out_cut_short where the budget left some out.
 */
GPtrArray *buoy_listings_new (const BuoyEvidence *evidence, gboolean *out_cut_short);
