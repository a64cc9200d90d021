/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sites that the reader or the organisation named themselves: "host", "host/path" or "*.domain".
 */
#pragma once

#include "lists/buoy-site.h"

typedef struct _BuoyOwnSites BuoyOwnSites;

BuoyOwnSites *buoy_own_sites_new (void);
void buoy_own_sites_free (BuoyOwnSites *sites);

/* FALSE where @entry names no site, or all of a top-level domain. A path stands for what is below it, too. */
gboolean buoy_own_sites_add (BuoyOwnSites *sites, const char *entry);

/* Seals the table: none is added from then on. Any thread may. */
gboolean buoy_own_sites_hold (BuoyOwnSites *sites, const BuoySiteKey *keys, guint n_keys);
gboolean buoy_own_sites_are_empty (const BuoyOwnSites *sites);

/* What was added, in that order; of char *. */
const GPtrArray *buoy_own_sites_get_entries (const BuoyOwnSites *sites);
