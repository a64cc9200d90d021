/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A name server on loopback, in a thread of the test's. It knows what it is told and counts what it is asked.
 */
#pragma once

#include <gio/gio.h>

typedef struct _DnsServer DnsServer;

typedef enum
{
  DNS_TEXTS,          /* answers with the texts; with none of them there is the name, and nothing of it */
  DNS_NO_NAME,        /* NXDOMAIN: what names have that it was not told of */
  DNS_FAILURE,        /* SERVFAIL */
  DNS_SILENCE,        /* no reply */
  DNS_NONSENSE,       /* a reply whose records are cut off */
  DNS_STREAM_SILENCE, /* "ask by TCP", and there no reply */
  DNS_STREAM_DRIP,    /* the same with a byte at a time, without end */
} DnsBehaviour;

DnsServer *dns_server_new (void);
void dns_server_free (DnsServer *server);

/* "127.0.0.1:PORT" */
const char *dns_server_get_address (DnsServer *server);

void dns_server_set (DnsServer *server, const char *name, DnsBehaviour behaviour, guint ttl, const char *text,
                     const char *second_text);
guint dns_server_count (DnsServer *server, const char *name);
guint dns_server_count_all (DnsServer *server);

/* The names that were asked for, in order, with a space between. */
char *dns_server_dup_asked (DnsServer *server);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DnsServer, dns_server_free)
