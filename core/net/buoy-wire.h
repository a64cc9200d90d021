/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message as it was transmitted, for verifying signatures. A store may have kept it with bare line feeds (a Maildir,
 * a saved file): they were CRLF (RFC 5321 §2.3.8), and are restored.
 */
#pragma once

#include <glib.h>

typedef struct
{
  GPtrArray *fields; /* of char *: header fields, folded with CRLF, without the final one */
  const char *body;  /* as stored, within the bytes; NULL if there is none */
  gsize body_length;
  gboolean bare; /* lines end in LF */
} BuoyWire;

/* NULL if the header cannot have been signed by a sender: it contains NUL, or far too many fields. */
BuoyWire *buoy_wire_new (GBytes *bytes);
void buoy_wire_free (BuoyWire *wire);

/* The next piece of the body from *@at on, which is advanced; NULL at its end. Lines end in CRLF. */
GBytes *buoy_wire_next (const BuoyWire *wire, gsize *at);

/* The length of the canonical body (RFC 6376 §3.4.3, §3.4.4). */
guint64 buoy_wire_canonical_length (const BuoyWire *wire, gboolean relaxed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyWire, buoy_wire_free)
