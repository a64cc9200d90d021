/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The current version of IANA's list of registries: a copy in the reader's cache folder, updated after a week. The
 * built-in copy is the fallback.
 */
#pragma once

#include "net/rdap/buoy-rdap-bootstrap.h"
#include "net/store/buoy-store.h"

typedef struct _BuoyRdapServers BuoyRdapServers;

/**
 * buoy_rdap_servers_new:
 * @path: (nullable) (type filename): where the copy is stored; %NULL for "bellbuoy/rdap-dns.json" in the cache folder
 * @server: (nullable): "http://127.0.0.1:PORT", a test server that replaces IANA's
 */
BuoyRdapServers *buoy_rdap_servers_new (const char *path, const char *server);
void buoy_rdap_servers_free (BuoyRdapServers *servers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyRdapServers, buoy_rdap_servers_free)

/* The base URL for @domain, ending in "/"; NULL if its registry has none. (transfer full) (nullable). Any thread may
 * call this.
 */
char *buoy_rdap_servers_find (BuoyRdapServers *servers, const char *domain);

/* Starts to fetch a newer copy in a thread if the stored one is a week old, at most once a day, which @store records.
 * If anything is wrong with the answer, the last good copy stays.
 */
void buoy_rdap_servers_renew (BuoyRdapServers *servers, BuoyStore *store, gint64 now);

/* Waits for the thread to end, which takes at most as long as one answer. */
void buoy_rdap_servers_wait (BuoyRdapServers *servers);
