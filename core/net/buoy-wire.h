/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message as it was transmitted, for verifying signatures. Mail stores (a Maildir, a saved file) may replace CRLF by
 * LF; CRLF (RFC 5321 §2.3.8) is restored.
 */
#pragma once

#include <glib.h>

typedef struct
{
  GPtrArray *fields; /* header fields, folded with CRLF, without the CRLF at their end */
  const char *body;  /* points into the message's bytes, as stored; NULL if there is none */
  gsize body_length;
  gboolean bare; /* lines end in LF */
} BuoyWire;

/* NULL if the header cannot have been signed by a sender: it contains NUL, or far too many fields. */
BuoyWire *buoy_wire_new (GBytes *bytes);
void buoy_wire_free (BuoyWire *wire);

/* The next piece of the body, starting at *@at, which is advanced; NULL at the end. Lines end in CRLF. */
GBytes *buoy_wire_next (const BuoyWire *wire, gsize *at);

/* The length of the canonical body (RFC 6376 §3.4.3, §3.4.4). */
guint64 buoy_wire_canonical_length (const BuoyWire *wire, gboolean relaxed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyWire, buoy_wire_free)
