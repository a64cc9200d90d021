/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A name server's answer about the records of one type for a name. "No answer" is distinct from "no such record".
 */
#pragma once

#include <glib.h>

/* The types that are looked up, by their numbers (RFC 1035 §3.2.2, RFC 3596 §2.1). */
typedef enum
{
  BUOY_DNS_A = 1,
  BUOY_DNS_PTR = 12,
  BUOY_DNS_TXT = 16,
  BUOY_DNS_AAAA = 28
} BuoyDnsType;

typedef enum
{
  BUOY_DNS_UNKNOWN, /* no answer, an error, or one that cannot be read */
  BUOY_DNS_NOTHING, /* the name, or a record of that type for it, does not exist */
  BUOY_DNS_FOUND
} BuoyDnsState;

/* Immutable; reference-counted with g_atomic_rc_box. */
typedef struct
{
  BuoyDnsState state;
  GPtrArray *texts; /* of char *: a TXT record's strings concatenated, raw bytes; a name; an address as text */
  guint lifetime;   /* TTL in seconds */
} BuoyDnsAnswer;

/* Parses the reply to a query for records of @type (RFC 1035 §4); any bytes. */
BuoyDnsAnswer *buoy_dns_answer_parse (BuoyDnsType type, const guint8 *bytes, gsize length);

/* (transfer full): an answer with the state BUOY_DNS_UNKNOWN */
BuoyDnsAnswer *buoy_dns_answer_new_unknown (void);
void buoy_dns_answer_unref (BuoyDnsAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyDnsAnswer, buoy_dns_answer_unref)
