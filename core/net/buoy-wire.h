/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message as it went over the wire, for what is reckoned over its bytes. A store may have kept it with bare line
 * feeds (a Maildir, a saved file): they were CRLF (RFC 5321 §2.3.8) and become it again.
 */
#pragma once

#include <glib.h>

typedef struct
{
  GPtrArray *fields; /* of char *: header fields, folded by CRLF, without the one at the end */
  const char *body;  /* as stored, within the bytes; NULL where there is none */
  gsize body_length;
  gboolean bare; /* lines end in LF */
} BuoyWire;

/* NULL where the header is none that a sender could have signed: a NUL in it, far too many fields. */
BuoyWire *buoy_wire_new (GBytes *bytes);
void buoy_wire_free (BuoyWire *wire);

/* The next piece of the body, from *@at on, which moves; NULL at its end. Lines end in CRLF in it. */
GBytes *buoy_wire_next (const BuoyWire *wire, gsize *at);

/* How many bytes of the body there are to sign (RFC 6376 §3.4.3, §3.4.4). */
guint64 buoy_wire_canonical_length (const BuoyWire *wire, gboolean relaxed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyWire, buoy_wire_free)
