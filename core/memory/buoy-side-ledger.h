/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The hand-overs of one account, counted so that no sender can teach a false server however much he writes: a network
 * has one row in which it votes. What was learned is concluded from the rows each time, and never stored.
 */
#pragma once

#include "memory/buoy-hand-over.h"
#include "memory/buoy-receiving-side.h"

/* A network's row. */
typedef struct
{
  char *by;                   /* the server that wrote its newest line */
  char *results;              /* what the results below its lines bear; NULL */
  guint n_messages, n_absent; /* messages, and those without such results */
  gint64 first, last;         /* days */
} BuoySideVote;

/* An address that may be a machine of the receiving side, and the networks that it says it got mail from. */
typedef struct
{
  char *by; /* the server that recorded the address, newest */
  gint64 first, last;
  GHashTable *names; /* set of the sites in whose names the client there called itself (HELO) */
  GHashTable *votes; /* network → BuoySideVote */
} BuoySideCandidate;

typedef struct
{
  GHashTable *votes;      /* network → BuoySideVote, of the clients in outer lines */
  GHashTable *candidates; /* address → BuoySideCandidate */
} BuoySideLedger;

BuoySideLedger *buoy_side_ledger_new (void);
void buoy_side_ledger_free (BuoySideLedger *ledger);

void buoy_side_ledger_add (BuoySideLedger *ledger, const BuoyHandOver *hand_over);

/* The vote of @network; a new one if there is none. */
BuoySideVote *buoy_side_ledger_get_vote (GHashTable *votes, const char *network);
BuoySideCandidate *buoy_side_ledger_get_candidate (BuoySideLedger *ledger, const char *address);

/* Remembers a name of the client at a candidate's address; NULL counts as a name. */
void buoy_side_candidate_add_name (BuoySideCandidate *candidate, const char *helo);

/* What the rows agree on (buoy-side-election.c); (transfer full), NULL if they don't. */
BuoyReceivingSide *buoy_side_ledger_conclude (const BuoySideLedger *ledger);

/* As a value for the database, and back (buoy-side-record.c). What cannot be read is left out: the value may be
 * damaged. (transfer full)
 */
GBytes *buoy_side_ledger_to_bytes (const BuoySideLedger *ledger);
BuoySideLedger *buoy_side_ledger_from_bytes (GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoySideLedger, buoy_side_ledger_free)
