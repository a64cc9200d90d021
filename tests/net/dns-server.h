/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A name server on loopback, in a thread. It answers as configured and records its queries.
 */
#pragma once

#include <gio/gio.h>

typedef struct _DnsServer DnsServer;

typedef enum
{
  DNS_TEXTS,          /* answers with the texts; with none, the name exists without TXT records */
  DNS_NO_NAME,        /* NXDOMAIN, the default for unknown names */
  DNS_FAILURE,        /* SERVFAIL */
  DNS_SILENCE,        /* no reply */
  DNS_NONSENSE,       /* a reply with truncated records */
  DNS_STREAM_SILENCE, /* truncated over UDP, and no reply over TCP */
  DNS_STREAM_DRIP,    /* the same, with one byte at a time, endlessly */
  DNS_FLOOD,          /* a datagram of 64 kB, whatever may be sent: n0.example, n1.example, … */
  DNS_STREAM_FLOOD,   /* truncated over UDP, and as many names as 64 kB hold over TCP: n0.example, n1.example, … */
} DnsBehaviour;

DnsServer *dns_server_new (void);
void dns_server_free (DnsServer *server);

/* "127.0.0.1:PORT" */
const char *dns_server_get_address (DnsServer *server);

void dns_server_set (DnsServer *server, const char *name, DnsBehaviour behaviour, guint ttl, const char *text,
                     const char *second_text);

/* Records of @type (PTR 12, A 1, AAAA 28), at most eight. A name has records of one type. */
void dns_server_set_records (DnsServer *server, const char *name, guint type, guint ttl, const char *const *texts);

guint dns_server_count (DnsServer *server, const char *name);
guint dns_server_count_all (DnsServer *server);

/* The names that were queried, in order, separated by spaces. */
char *dns_server_dup_asked (DnsServer *server);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DnsServer, dns_server_free)
