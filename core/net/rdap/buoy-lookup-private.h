/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "net/http/buoy-http.h"
#include "net/rdap/buoy-lookup.h"
#include "net/rdap/buoy-rdap-servers.h"
#include "net/store/buoy-store.h"

typedef struct _BuoyLookup BuoyLookup;

/**
 * buoy_lookup_new:
 * @store: (transfer full): where answers are stored
 * @server: (nullable): "http://127.0.0.1:PORT", a test server that answers for every domain
 */
BuoyLookup *buoy_lookup_new (BuoyStore *store, const char *server);
/* For tests: replaces IANA's list of servers by @servers (transfer full). */
void buoy_lookup_take_servers (BuoyLookup *lookup, BuoyRdapServers *servers);
void buoy_lookup_free (BuoyLookup *lookup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyLookup, buoy_lookup_free)

/* The process-wide instance with the reader's store, made at the first call and never freed. BELLBUOY_RDAP_SERVER sets
 * another server for all domains.
 */
BuoyLookup *buoy_lookup_get_default (void);

/* The store for answers of all kinds. (transfer none) */
BuoyStore *buoy_lookup_get_store (BuoyLookup *lookup);

/* See buoy_lookup_registration(). @now: seconds since 1970. */
BuoyRegistration *buoy_lookup_ask (BuoyLookup *lookup, const char *host, const char *gateway, gint64 now,
                                   GCancellable *cancellable, GError **error);
