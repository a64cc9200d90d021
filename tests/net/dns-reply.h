/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the name server on loopback writes.
 */
#pragma once

#include "dns-server.h"

#define HEADER_BYTES 12
#define FLAG_TRUNCATED 0x02
#define TYPE_TXT 16
#define MAX_TEXTS 8

typedef struct
{
  DnsBehaviour behaviour;
  guint ttl;
  char *texts[MAX_TEXTS];
  guint type;
  guint n_asked;
} Name;

void put16 (GByteArray *out, guint value);

/* Whether @name (nullable) is cut over UDP, and never answered over TCP. */
gboolean is_stuck_stream (const Name *name);

/* @end: where the question ends in @question. @name: what is known of it; NULL. */
GByteArray *make_reply (const guint8 *question, gsize end, const Name *name);
