/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a name server said about the TXT records of a name. "No answer" is different from "there are none".
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_DNS_UNKNOWN, /* no answer, an error, or one that cannot be read */
  BUOY_DNS_NOTHING, /* the name, or a TXT record for it, does not exist */
  BUOY_DNS_FOUND
} BuoyDnsState;

/* Immutable; reference-counted with g_atomic_rc_box. */
typedef struct
{
  BuoyDnsState state;
  GPtrArray *texts; /* of char *: each record's strings concatenated; raw bytes */
  guint lifetime;   /* TTL in seconds */
} BuoyDnsAnswer;

/* Parses the reply to a TXT query (RFC 1035 §4, §3.3.14); any bytes. */
BuoyDnsAnswer *buoy_dns_answer_parse (const guint8 *bytes, gsize length);

/* An answer without information. */
BuoyDnsAnswer *buoy_dns_answer_new_unknown (void);
void buoy_dns_answer_unref (BuoyDnsAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyDnsAnswer, buoy_dns_answer_unref)
