/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parsers for entries that are typed into lists of the settings.
 */
#pragma once

#include <glib.h>

/* The entry for @text; NULL if it is not valid. (transfer full) (nullable) */
typedef char *(*BuoyListEntryFunc) (const char *text);

/* A domain or host; for a mail address, its domain. */
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
