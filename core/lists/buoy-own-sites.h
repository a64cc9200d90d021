/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sites that the reader or the organisation entered themselves: "host", "host/path" or "*.domain".
 */
#pragma once

#include "lists/buoy-site.h"

typedef struct _BuoyOwnSites BuoyOwnSites;

BuoyOwnSites *buoy_own_sites_new (void);
void buoy_own_sites_free (BuoyOwnSites *sites);

/* Returns FALSE if @entry is not a site, or covers a whole top-level domain. A path covers what is below it, too. */
gboolean buoy_own_sites_add (BuoyOwnSites *sites, const char *entry);

/* Whether one of @keys is in the table. Nothing may be added after the first call. Any thread may call this. */
gboolean buoy_own_sites_hold (BuoyOwnSites *sites, const BuoySiteKey *keys, guint n_keys);
gboolean buoy_own_sites_are_empty (const BuoyOwnSites *sites);

/* The entries (char *) in the order in which they were added. */
const GPtrArray *buoy_own_sites_get_entries (const BuoyOwnSites *sites);
