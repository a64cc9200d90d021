/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "memory/buoy-side-ledger.h"

#include "base/host/buoy-host.h"
#include "memory/buoy-network.h"
#include "registry/buoy-provider.h"

#define MAX_NETWORKS 200  /* rows kept of the account and of each candidate: three times those that vote */
#define MAX_NAMES 8       /* of a candidate: more than it may have (buoy-side-election.c) */
#define MAX_CANDIDATES 24 /* an account has one or none; the others are senders that relay mail */

static void
vote_free (gpointer data)
{
  BuoySideVote *vote = data;

  g_free (vote->by);
  g_free (vote->results);
  g_free (vote);
}

static GHashTable *
votes_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, vote_free);
}

static void
candidate_free (gpointer data)
{
  BuoySideCandidate *candidate = data;

  g_free (candidate->by);
  g_hash_table_unref (candidate->names);
  g_hash_table_unref (candidate->votes);
  g_free (candidate);
}

BuoySideLedger *
buoy_side_ledger_new (void)
{
  BuoySideLedger *ledger = g_new0 (BuoySideLedger, 1);

  ledger->votes = votes_new ();
  ledger->candidates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, candidate_free);
  return ledger;
}

void
buoy_side_ledger_free (BuoySideLedger *ledger)
{
  g_hash_table_unref (ledger->votes);
  g_hash_table_unref (ledger->candidates);
  g_free (ledger);
}

/* Makes room in the ledger. Only another network can push one out, not another message. */
static void
drop_oldest_vote (GHashTable *votes)
{
  GHashTableIter iter;
  gpointer key, value;
  const char *oldest = NULL;
  gint64 last = G_MAXINT64;

  g_hash_table_iter_init (&iter, votes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((const BuoySideVote *) value)->last < last)
      {
        oldest = key;
        last = ((const BuoySideVote *) value)->last;
      }
  if (oldest != NULL)
    g_hash_table_remove (votes, oldest);
}

BuoySideVote *
buoy_side_ledger_get_vote (GHashTable *votes, const char *network)
{
  BuoySideVote *vote = g_hash_table_lookup (votes, network);

  if (vote != NULL)
    return vote;
  if (g_hash_table_size (votes) >= MAX_NETWORKS)
    drop_oldest_vote (votes);
  vote = g_new0 (BuoySideVote, 1);
  g_hash_table_insert (votes, g_strdup (network), vote);
  return vote;
}

/* The candidate with the fewest networks, of these the newest: a sender's own relay. The receiving side's machine came
 * first and hands over mail of everybody.
 */
static void
drop_least_candidate (BuoySideLedger *ledger)
{
  GHashTableIter iter;
  gpointer key, value;
  const char *least = NULL;
  const BuoySideCandidate *worst = NULL;

  g_hash_table_iter_init (&iter, ledger->candidates);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const BuoySideCandidate *candidate = value;
      const guint n = g_hash_table_size (candidate->votes);

      if (worst != NULL && n > g_hash_table_size (worst->votes))
        continue;
      if (worst != NULL && n == g_hash_table_size (worst->votes) && candidate->first <= worst->first)
        continue;
      worst = candidate;
      least = key;
    }
  if (least != NULL)
    g_hash_table_remove (ledger->candidates, least);
}

BuoySideCandidate *
buoy_side_ledger_get_candidate (BuoySideLedger *ledger, const char *address)
{
  BuoySideCandidate *candidate = g_hash_table_lookup (ledger->candidates, address);

  if (candidate != NULL)
    return candidate;
  if (g_hash_table_size (ledger->candidates) >= MAX_CANDIDATES)
    drop_least_candidate (ledger);
  candidate = g_new0 (BuoySideCandidate, 1);
  candidate->first = G_MAXINT64;
  candidate->last = G_MININT64;
  candidate->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  candidate->votes = votes_new ();
  g_hash_table_insert (ledger->candidates, g_strdup (address), candidate);
  return candidate;
}

void
buoy_side_candidate_add_name (BuoySideCandidate *candidate, const char *helo)
{
  const char *site = buoy_host_registrable_domain (helo);

  if (site == NULL)
    site = helo != NULL ? helo : "";
  if (g_hash_table_size (candidate->names) < MAX_NAMES)
    g_hash_table_add (candidate->names, g_strdup (site));
}

static void
replace (char **place, const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

/* @vote counts the message already. None of the earlier ones had results of that name. */
static void
count_results (BuoySideVote *vote, const char *results)
{
  if (results == NULL)
    vote->n_absent++;
  else if (g_strcmp0 (vote->results, results) != 0)
    {
      vote->n_absent = vote->n_messages - 1;
      replace (&vote->results, results);
    }
}

/* The network's mail goes to another organisation's server now: what it showed of the earlier one is over. */
static gboolean
has_moved (const BuoySideVote *vote, const BuoyHandOverLine *line, gint64 day)
{
  return vote->n_messages > 0 && day >= vote->last && !buoy_provider_is_same (vote->by, line->by);
}

static void
add_vote (GHashTable *votes, const BuoyHandOverLine *line, gint64 day)
{
  g_autofree char *network = buoy_network_of (line->peer);
  BuoySideVote *vote;

  if (network == NULL || line->by == NULL)
    return;
  vote = buoy_side_ledger_get_vote (votes, network);
  if (has_moved (vote, line, day))
    vote->n_messages = vote->n_absent = 0;
  vote->first = vote->n_messages == 0 ? day : MIN (vote->first, day);
  if (vote->n_messages == 0 || day >= vote->last)
    {
      vote->last = day;
      replace (&vote->by, line->by);
    }
  vote->n_messages++;
  count_results (vote, line->results);
}

void
buoy_side_ledger_add (BuoySideLedger *ledger, const BuoyHandOver *hand_over)
{
  BuoySideCandidate *candidate;

  add_vote (ledger->votes, &hand_over->outer, hand_over->day);
  if (hand_over->outer.peer == NULL || hand_over->inner.by == NULL || hand_over->inner.peer == NULL)
    return;
  candidate = buoy_side_ledger_get_candidate (ledger, hand_over->outer.peer);
  if (hand_over->day >= candidate->last)
    replace (&candidate->by, hand_over->outer.by);
  candidate->first = MIN (candidate->first, hand_over->day);
  candidate->last = MAX (candidate->last, hand_over->day);
  buoy_side_candidate_add_name (candidate, hand_over->outer.helo);
  add_vote (candidate->votes, &hand_over->inner, hand_over->day);
}
