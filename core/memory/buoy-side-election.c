/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The topmost Received line is the last server's own, if that server writes one: then all senders' mail agrees on it.
 * A server that writes none shows every sender's own line, and no two networks agree.
 *
 * Whether a client of that server is a machine of the receiving side too is harder to learn, since what that machine
 * wrote below is what is asked about. A sender can claim as many networks there as he likes, and be as busy as he
 * likes. What he can't do is keep everybody else from handing mail over directly. So a client is learned only while
 * hardly any other network does, and the first one that was stays. A proxy or a translated address (NAT) in front of
 * the server looks the same, but writes no line: the line below is the sender's. It gives itself away by greeting with
 * as many names as there are senders.
 */
#include "config.h"

#include "memory/buoy-side-ledger.h"

#include "memory/buoy-network.h"
#include "registry/buoy-provider.h"

#define MIN_MESSAGES 20
#define MIN_NETWORKS 10
#define MIN_DAYS 5
#define MAX_VOTERS 60        /* the most recently seen networks: after a change of provider the others fade away */
#define AGREEMENT_PERCENT 90 /* of the networks, about the server */
#define RESULTS_PERCENT 95   /* of the networks and of each one's messages: otherwise "no results" would be an excuse */
#define MAX_STRAY_NETWORKS 2 /* that hand over past the inner machine: a second way in, a machine for reports */
#define MAX_NAMES 4          /* of the inner machine, with which it greets: one, and those it had before */
#define MAX_SILENT_DAYS 30   /* without a message from the inner machine, while others came: it is no more */
#define DAYS_OF_CHANGE 30    /* until a client may become the only one of an account that had many */

static int
compare_last (gconstpointer a, gconstpointer b)
{
  const BuoySideVote *const *left = a;
  const BuoySideVote *const *right = b;

  return ((*left)->last < (*right)->last) - ((*left)->last > (*right)->last);
}

/* Of const BuoySideVote *, at most MAX_VOTERS, the newest first. */
static GPtrArray *
get_voters (GHashTable *votes)
{
  GPtrArray *voters = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, votes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (voters, value);
  g_ptr_array_sort (voters, compare_last);
  if (voters->len > MAX_VOTERS)
    g_ptr_array_set_size (voters, MAX_VOTERS);
  return voters;
}

static guint
count_messages (const GPtrArray *voters)
{
  guint n = 0;

  for (guint i = 0; i < voters->len; i++)
    n += ((const BuoySideVote *) g_ptr_array_index (voters, i))->n_messages;
  return n;
}

/* At least so many: a row knows its first and last day only. */
static guint
count_days (const GPtrArray *voters)
{
  g_autoptr (GHashTable) days = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < voters->len; i++)
    {
      BuoySideVote *vote = g_ptr_array_index (voters, i);

      g_hash_table_add (days, &vote->first);
      g_hash_table_add (days, &vote->last);
    }
  return g_hash_table_size (days);
}

static gboolean
are_enough (const GPtrArray *voters)
{
  return voters->len >= MIN_NETWORKS && count_messages (voters) >= MIN_MESSAGES && count_days (voters) >= MIN_DAYS;
}

static gboolean
is_share (guint n, guint of, guint percent)
{
  return n * 100 >= of * percent;
}

/* The server on which the networks agree; NULL. */
static const char *
elect_server (const GPtrArray *voters)
{
  for (guint i = 0; i < voters->len; i++)
    {
      const char *by = ((const BuoySideVote *) g_ptr_array_index (voters, i))->by;
      guint n = 0;

      for (guint j = 0; j < voters->len; j++)
        n += buoy_provider_is_same (by, ((const BuoySideVote *) g_ptr_array_index (voters, j))->by);
      if (is_share (n, voters->len, AGREEMENT_PERCENT))
        return by;
    }
  return NULL;
}

static gboolean
writes_results (const BuoySideVote *vote, const char *results)
{
  return g_strcmp0 (vote->results, results) == 0
         && is_share (vote->n_messages - vote->n_absent, vote->n_messages, RESULTS_PERCENT);
}

/* What the results bear that the server writes below its line for nearly all mail; NULL. */
static const char *
elect_results (const GPtrArray *voters)
{
  for (guint i = 0; i < voters->len; i++)
    {
      const char *results = ((const BuoySideVote *) g_ptr_array_index (voters, i))->results;
      guint n = 0;

      for (guint j = 0; results != NULL && j < voters->len; j++)
        n += writes_results (g_ptr_array_index (voters, j), results);
      if (results != NULL && is_share (n, voters->len, RESULTS_PERCENT))
        return results;
    }
  return NULL;
}

/* Networks other than @network that handed mail over directly on @since or later. */
static guint
count_strays (const BuoySideLedger *ledger, const char *network, gint64 since)
{
  GHashTableIter iter;
  gpointer key, value;
  guint n = 0;

  g_hash_table_iter_init (&iter, ledger->votes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    n += !g_str_equal (key, network) && ((const BuoySideVote *) value)->last >= since;
  return n;
}

static gint64
get_last_day (const BuoySideLedger *ledger)
{
  GHashTableIter iter;
  gpointer value;
  gint64 last = G_MININT64;

  g_hash_table_iter_init (&iter, ledger->votes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    last = MAX (last, ((const BuoySideVote *) value)->last);
  return last;
}

static gboolean
is_inner (const BuoySideLedger *ledger, const char *address, const BuoySideCandidate *candidate)
{
  g_autoptr (GPtrArray) voters = get_voters (candidate->votes);
  g_autofree char *network = buoy_network_of (address);

  if (network == NULL || !are_enough (voters) || g_hash_table_size (candidate->names) > MAX_NAMES
      || candidate->last + MAX_SILENT_DAYS < get_last_day (ledger)
      || count_strays (ledger, network, candidate->first) > MAX_STRAY_NETWORKS)
    return FALSE;
  return candidate->last - candidate->first >= DAYS_OF_CHANGE
         || count_strays (ledger, network, G_MININT64) <= MAX_STRAY_NETWORKS;
}

/* The address of the inner machine; NULL. Of several the one that came first. */
static const char *
elect_inner (const BuoySideLedger *ledger, const BuoySideCandidate **out_candidate)
{
  const char *inner = NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, ledger->candidates);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const BuoySideCandidate *candidate = value;

      if (inner != NULL && candidate->first >= (*out_candidate)->first)
        continue;
      if (!is_inner (ledger, key, candidate))
        continue;
      inner = key;
      *out_candidate = candidate;
    }
  return inner;
}

static BuoyReceivingSide *
side_new (const char *server, const GPtrArray *voters)
{
  BuoyReceivingSide *side = buoy_receiving_side_new (server);

  side->results = g_strdup (elect_results (voters));
  side->n_messages = count_messages (voters);
  return side;
}

static BuoyReceivingSide *
conclude_with_inner (const char *inner, const BuoySideCandidate *candidate)
{
  g_autoptr (GPtrArray) voters = get_voters (candidate->votes);
  BuoyReceivingSide *side = side_new (candidate->by, voters);

  side->inner_address = g_strdup (inner);
  side->inner_server = g_strdup (((const BuoySideVote *) g_ptr_array_index (voters, 0))->by);
  return side;
}

BuoyReceivingSide *
buoy_side_ledger_conclude (const BuoySideLedger *ledger)
{
  g_autoptr (GPtrArray) voters = get_voters (ledger->votes);
  const BuoySideCandidate *candidate = NULL;
  const char *inner = elect_inner (ledger, &candidate);
  const char *server;

  if (inner != NULL)
    return conclude_with_inner (inner, candidate);
  if (!are_enough (voters))
    return NULL;
  server = elect_server (voters);
  return server != NULL ? side_new (server, voters) : NULL;
}
