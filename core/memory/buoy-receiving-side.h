/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an account's own mail taught about the servers that receive it. Immutable.
 */
#pragma once

#include <glib.h>

typedef struct
{
  gatomicrefcount ref_count;
  char *server;        /* a name of the server that accepts mail from outside; all of its provider's names count */
  char *inner_address; /* the address from which @server gets all mail, as it recorded it; NULL: from anywhere */
  char *inner_server;  /* a name of the machine there; NULL */
  char *results;       /* what the results right below the accepting server's line bear (buoy-hand-over.h); NULL: don't
                          read them */
  guint n_messages;    /* it was learned from */
} BuoyReceivingSide;

BuoyReceivingSide *buoy_receiving_side_new (const char *server);
BuoyReceivingSide *buoy_receiving_side_ref (BuoyReceivingSide *side);
void buoy_receiving_side_unref (BuoyReceivingSide *side);

/* Whether a line by @by that recorded the client @peer was written by the learned server; all may be NULL. */
gboolean buoy_receiving_side_wrote (const BuoyReceivingSide *side, const char *by, const char *peer);

/* Whether @ip is the address from which the learned server gets all mail; both may be NULL. */
gboolean buoy_receiving_side_is_inner (const BuoyReceivingSide *side, const char *ip);

/* Whether both say the same about whom to believe; either may be NULL. Hosts of one provider's pool are the same. */
gboolean buoy_receiving_side_equal (const BuoyReceivingSide *a, const BuoyReceivingSide *b);

/* The server whose checks are read: that which accepts mail from outside. */
const char *buoy_receiving_side_get_checker (const BuoyReceivingSide *side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyReceivingSide, buoy_receiving_side_unref)
