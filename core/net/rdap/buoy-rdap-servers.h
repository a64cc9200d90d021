/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * IANA's file of registries as it is today: a copy in the reader's folder for caches, asked for again after a week.
 * The copy that is built in stays below it.
 */
#pragma once

#include "net/rdap/buoy-rdap-bootstrap.h"
#include "net/store/buoy-store.h"

typedef struct _BuoyRdapServers BuoyRdapServers;

/**
 * buoy_rdap_servers_new:
 * @path: (nullable) (type filename): where the copy is kept; %NULL: "bellbuoy/rdap-dns.json" of the folder for caches
 * @server: (nullable): "http://127.0.0.1:PORT", asked in IANA's place, for tests
 */
BuoyRdapServers *buoy_rdap_servers_new (const char *path, const char *server);
void buoy_rdap_servers_free (BuoyRdapServers *servers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyRdapServers, buoy_rdap_servers_free)

/* The base URL for @domain, ending in "/"; NULL where its registry has none. (transfer full); any thread may. */
char *buoy_rdap_servers_find (BuoyRdapServers *servers, const char *domain);

/* Starts to ask for a newer copy in a thread, where the one kept is a week old; nothing is asked for twice a day, which
 * @store remembers. Whatever is wrong with the answer, the last good copy stays.
 */
void buoy_rdap_servers_renew (BuoyRdapServers *servers, BuoyStore *store, gint64 now);

/* Waits until the thread has ended, at most for the time of one answer. */
void buoy_rdap_servers_wait (BuoyRdapServers *servers);
