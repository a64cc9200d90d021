/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which server answers for a top-level domain (RFC 9224): IANA's file, a copy of which is built in.
 */
#pragma once

#include <glib.h>

typedef struct _BuoyRdapBootstrap BuoyRdapBootstrap;

/* The copy that is built in, read once; never %NULL; thread-safe. */
const BuoyRdapBootstrap *buoy_rdap_bootstrap_get_default (void);

/* Reads another; %NULL where it is no such file. */
BuoyRdapBootstrap *buoy_rdap_bootstrap_new (GBytes *json);
void buoy_rdap_bootstrap_free (BuoyRdapBootstrap *bootstrap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyRdapBootstrap, buoy_rdap_bootstrap_free)

/* The base URL for @domain (A-labels, lower case), ending in "/", of https alone; NULL where the registry has none. */
const char *buoy_rdap_bootstrap_find (const BuoyRdapBootstrap *bootstrap, const char *domain);

guint buoy_rdap_bootstrap_get_n_suffixes (const BuoyRdapBootstrap *bootstrap);

/* When IANA published it, as written there: "2024-02-07T04:00:02Z". */
const char *buoy_rdap_bootstrap_get_publication (const BuoyRdapBootstrap *bootstrap);
