/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What may be added to a list of the settings by hand.
 */
#pragma once

#include <glib.h>

/* The entry that @text means; NULL if it means none. (transfer full) */
typedef char *(*BuoyListEntryFunc) (const char *text);

/* A domain or host; of an address its domain. */
char *buoy_list_entry_read_host (const char *text);

/* A sender: a domain, or an address. */
char *buoy_list_entry_read_sender (const char *text);

/* A server that receives mail: a name, an address or a network. */
char *buoy_list_entry_read_server (const char *text);

/* A site, as in "block-sites". */
char *buoy_list_entry_read_site (const char *text);

/* A subscription, as in "lists". */
char *buoy_list_entry_read_subscription (const char *text);

/* A person, "Name <address>". */
char *buoy_list_entry_read_person (const char *text);
