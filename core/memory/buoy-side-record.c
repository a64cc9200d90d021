/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A ledger in the database: a GVariant in the byte order of this machine.
 */
#include "config.h"

#include "memory/buoy-side-ledger.h"

/* by, results ("": none), messages, messages without results, first day, last day */
#define VOTES_TYPE "a{s(ssuuxx)}"
#define CANDIDATES_TYPE "a{s(sxxas" VOTES_TYPE ")}"
#define LEDGER_TYPE "(" VOTES_TYPE CANDIDATES_TYPE ")"

#define MAX_DAY (1 << 22) /* in the year 13,000: a damaged value must not overflow */

static GVariant *
votes_to_variant (GHashTable *votes)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (VOTES_TYPE));
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, votes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const BuoySideVote *vote = value;

      g_variant_builder_add (&builder, "{s(ssuuxx)}", key, vote->by, vote->results != NULL ? vote->results : "",
                             vote->n_messages, vote->n_absent, vote->first, vote->last);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
names_to_variant (GHashTable *names)
{
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (names, NULL);

  return g_variant_new_strv ((const char *const *) keys, g_hash_table_size (names));
}

static GVariant *
candidates_to_variant (GHashTable *candidates)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (CANDIDATES_TYPE));
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const BuoySideCandidate *candidate = value;

      g_variant_builder_add (&builder, "{s(sxx@as@" VOTES_TYPE ")}", key, candidate->by, candidate->first,
                             candidate->last, names_to_variant (candidate->names), votes_to_variant (candidate->votes));
    }
  return g_variant_builder_end (&builder);
}

GBytes *
buoy_side_ledger_to_bytes (const BuoySideLedger *ledger)
{
  g_autoptr (GVariant) value
      = g_variant_ref_sink (g_variant_new ("(@" VOTES_TYPE "@" CANDIDATES_TYPE ")", votes_to_variant (ledger->votes),
                                           candidates_to_variant (ledger->candidates)));

  return g_variant_get_data_as_bytes (value);
}

static void
read_votes (GVariant *rows, GHashTable *votes)
{
  GVariantIter iter;
  const char *network, *by, *results;
  guint n_messages, n_absent;
  gint64 first, last;

  g_variant_iter_init (&iter, rows);
  while (g_variant_iter_next (&iter, "{&s(&s&suuxx)}", &network, &by, &results, &n_messages, &n_absent, &first, &last))
    {
      BuoySideVote *vote = buoy_side_ledger_get_vote (votes, network);

      g_free (vote->by);
      g_free (vote->results);
      vote->by = g_strdup (by);
      vote->results = *results != '\0' ? g_strdup (results) : NULL;
      vote->n_messages = n_messages;
      vote->n_absent = MIN (n_absent, n_messages);
      vote->first = CLAMP (first, 0, MAX_DAY);
      vote->last = CLAMP (last, 0, MAX_DAY);
    }
}

static void
read_candidates (GVariant *rows, BuoySideLedger *ledger)
{
  GVariantIter iter;
  const char *address, *by;
  gint64 first, last;
  GVariant *votes;
  char **names;

  g_variant_iter_init (&iter, rows);
  while (g_variant_iter_next (&iter, "{&s(&sxx^as@" VOTES_TYPE ")}", &address, &by, &first, &last, &names, &votes))
    {
      BuoySideCandidate *candidate = buoy_side_ledger_get_candidate (ledger, address);

      g_free (candidate->by);
      candidate->by = g_strdup (by);
      candidate->first = CLAMP (first, 0, MAX_DAY);
      candidate->last = CLAMP (last, 0, MAX_DAY);
      for (guint i = 0; names[i] != NULL; i++)
        buoy_side_candidate_add_name (candidate, names[i]);
      g_strfreev (names);
      read_votes (votes, candidate->votes);
      g_variant_unref (votes);
    }
}

BuoySideLedger *
buoy_side_ledger_from_bytes (GBytes *bytes)
{
  BuoySideLedger *ledger = buoy_side_ledger_new ();
  g_autoptr (GVariant) value
      = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (LEDGER_TYPE), bytes, FALSE));
  g_autoptr (GVariant) votes = g_variant_get_child_value (value, 0);
  g_autoptr (GVariant) candidates = g_variant_get_child_value (value, 1);

  read_votes (votes, ledger->votes);
  read_candidates (candidates, ledger);
  return ledger;
}
