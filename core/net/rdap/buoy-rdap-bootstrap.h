/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which RDAP server answers for a top-level domain: IANA's file (RFC 9224), a copy of which is built in.
 */
#pragma once

#include <glib.h>

typedef struct _BuoyRdapBootstrap BuoyRdapBootstrap;

/* The built-in copy, parsed at the first call. (transfer none); thread-safe. */
const BuoyRdapBootstrap *buoy_rdap_bootstrap_get_default (void);

/* Parses another copy. (transfer full) (nullable): NULL if it is not such a file. */
BuoyRdapBootstrap *buoy_rdap_bootstrap_new (GBytes *json);
void buoy_rdap_bootstrap_free (BuoyRdapBootstrap *bootstrap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyRdapBootstrap, buoy_rdap_bootstrap_free)

/* The https base URL for @domain (A-labels in lower case), ending in "/"; NULL if its registry has none. */
const char *buoy_rdap_bootstrap_find (const BuoyRdapBootstrap *bootstrap, const char *domain);

guint buoy_rdap_bootstrap_get_n_suffixes (const BuoyRdapBootstrap *bootstrap);

/* The time of publication as it stands in the file: "2024-02-07T04:00:02Z". */
const char *buoy_rdap_bootstrap_get_publication (const BuoyRdapBootstrap *bootstrap);
