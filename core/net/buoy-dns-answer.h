/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a name server said about the texts of one name. "No answer" is another thing than "there are none".
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_DNS_UNKNOWN, /* no answer, an error, or one that cannot be read */
  BUOY_DNS_NOTHING, /* the name, or a text of it, does not exist */
  BUOY_DNS_FOUND
} BuoyDnsState;

/* Immutable; counted by g_atomic_rc_box. */
typedef struct
{
  BuoyDnsState state;
  GPtrArray *texts; /* of char *: each record's strings put together; bytes as they came */
  guint lifetime;   /* seconds for which the server lets it be kept */
} BuoyDnsAnswer;

/* Reads the reply to a question for TXT (RFC 1035 §4, §3.3.14); any bytes. */
BuoyDnsAnswer *buoy_dns_answer_parse (const guint8 *bytes, gsize length);

/* An answer that says nothing. */
BuoyDnsAnswer *buoy_dns_answer_new_unknown (void);
void buoy_dns_answer_unref (BuoyDnsAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyDnsAnswer, buoy_dns_answer_unref)
