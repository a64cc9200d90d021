/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who vouches for the From domain: the results that count, held against From by alignment (RFC 7489 §3.1, relaxed
 * unless the results say strict). A pass for another domain is worth telling, and vouches for nothing.
 */
#include "config.h"

#include "evidence/authentication/buoy-counting.h"
#include "registry/buoy-provider.h"
#include "evidence/authentication/buoy-tally.h"

static gboolean
is_pass (const char *word)
{
  return g_strcmp0 (word, "pass") == 0;
}

/* From is proven by what was seen before a forwarder changed the message. */
static void
take_before (BuoyTally *tally, char *aligned)
{
  tally->aligned = aligned;
  if (tally->dmarc != NULL)
    tally->dmarc = "pass";
}

/* A forwarder that the side trusts saw the message before it changed it, and the chain holds. It speaks for the sender
 * only: what it did not see says nothing, and where the side itself refuses the chain, it counts for nothing.
 */
static void
take_sealed (BuoyTally *tally, const GPtrArray *sealed)
{
  g_auto (BuoyTally) before = { .evidence = tally->evidence, .believed = TRUE };

  if (!is_pass (tally->arc) || tally->aligned != NULL || is_pass (tally->dmarc) || tally->refused)
    return;
  buoy_tally_take (&before, sealed);
  if (before.aligned == NULL && is_pass (before.dmarc))
    before.aligned = g_strdup (tally->evidence->from_domain);
  if (before.aligned != NULL)
    take_before (tally, g_steal_pointer (&before.aligned));
}

static BuoyAuthState
conclude (const BuoyTally *tally, gboolean is_excused)
{
  if (is_pass (tally->dmarc) && tally->evidence->from_domain != NULL)
    return BUOY_AUTH_PASS;
  if (g_strcmp0 (tally->dmarc, "fail") == 0 && !is_excused)
    return BUOY_AUTH_FAIL;
  if (tally->aligned != NULL)
    return BUOY_AUTH_PASS;
  return tally->own_spf_fail && !is_excused ? BUOY_AUTH_FAIL : BUOY_AUTH_UNKNOWN;
}

/* The side looked, found an answer, and nothing that stands for From. */
static gboolean
says_unproven (const BuoyTally *tally, const BuoyReceived *hand_over)
{
  return tally->knows_spf && tally->knows_dkim && !tally->anonymous && (hand_over == NULL || !hand_over->authenticated);
}

/* The Return-Path that final delivery wrote (RFC 5321 §4.4); one further down is the sender's. */
static const BuoyMailbox *
find_return_path (const BuoyMessage *message, guint boundary)
{
  for (guint i = 0; i < MIN (boundary, message->headers->len); i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);

      if (g_ascii_strcasecmp (header->name, "Return-Path") == 0)
        return message->return_path;
    }
  return NULL;
}

static void
settle (BuoyEvidence *evidence, BuoyTally *tally, BuoyAuthState state, const char *source)
{
  BuoyAuthentication *auth = &evidence->auth;

  auth->state = state;
  auth->source = source;
  auth->spf = tally->spf != NULL ? tally->spf : "none";
  auth->dkim = tally->dkim != NULL ? tally->dkim : "none";
  auth->dmarc = tally->dmarc != NULL ? tally->dmarc : "none";
  auth->arc = tally->arc != NULL ? tally->arc : "none";
  auth->enforced = tally->enforced && state == BUOY_AUTH_FAIL;
  auth->mark_certified = tally->certified && state == BUOY_AUTH_PASS;
  auth->other_domain = g_steal_pointer (&tally->other);
  if (state == BUOY_AUTH_PASS)
    auth->aligned_domain
        = tally->aligned != NULL ? g_steal_pointer (&tally->aligned) : g_strdup (evidence->from_domain);
}

/* The peer calls itself a mail filter's server, where nobody looked: its tale may be true. */
static gboolean
claims_filter (const BuoyTrustBoundary *boundary)
{
  return boundary->hand_over != NULL && boundary->hand_over->rdns_state == BUOY_RDNS_NOT_SAID
         && buoy_provider_is_gateway (boundary->hand_over->helo);
}

/* The side's own results: good news and bad. */
static void
settle_counting (BuoyEvidence *evidence, const BuoyCounting *counting)
{
  const BuoyTrustBoundary *boundary = evidence->boundary;
  g_auto (BuoyTally) tally = { .evidence = evidence, .believed = TRUE };
  BuoyAuthState state = BUOY_AUTH_NONE;
  gboolean is_excused, is_claimed;

  tally.return_path = find_return_path (evidence->message, boundary->header_index);
  buoy_tally_take (&tally, counting->methods);
  take_sealed (&tally, counting->sealed);
  is_excused = tally.bypassed && buoy_boundary_has_filter (boundary, evidence->message);
  is_claimed = tally.bypassed && !is_excused && claims_filter (boundary);
  if (counting->methods->len > 0 || tally.aligned != NULL)
    state = conclude (&tally, is_excused || is_claimed);
  settle (evidence, &tally, state, counting->source);
  evidence->auth.left_open = is_claimed && state != conclude (&tally, FALSE);
  evidence->auth.says_unproven
      = state == BUOY_AUTH_UNKNOWN && !is_excused && !is_claimed && says_unproven (&tally, boundary->hand_over);
}

/* Results that the side may have written: nobody forges evidence against himself. A failure stands, whatever is written
 * below it; "none" stands where the whole of it says so.
 */
static void
settle_accusing (BuoyEvidence *evidence, const BuoyCounting *counting)
{
  g_auto (BuoyTally) tally = { .evidence = evidence };
  BuoyAuthState state = BUOY_AUTH_NONE;
  gboolean unproven;

  /* Bounded: BUOY_MAX_HEADERS */
  for (guint i = 0; i < counting->accusing->len && state != BUOY_AUTH_FAIL; i++)
    {
      const BuoyAuthResults *results = g_ptr_array_index (counting->accusing, i);

      buoy_tally_take (&tally, results->methods);
      state = conclude (&tally, FALSE);
    }
  unproven = state == BUOY_AUTH_UNKNOWN && says_unproven (&tally, evidence->boundary->hand_over);
  if (state != BUOY_AUTH_FAIL && !unproven)
    return;
  settle (evidence, &tally, state, "authentication-results");
  evidence->auth.says_unproven = unproven;
  evidence->auth.unread = NULL;
}

void
buoy_evidence_fill_authentication (BuoyEvidence *evidence)
{
  g_autoptr (BuoyCounting) counting = buoy_counting_new (evidence);

  evidence->auth.assumed = evidence->boundary->assumed;
  evidence->auth.unread = counting->unread;
  settle_counting (evidence, counting);
  if (evidence->auth.state == BUOY_AUTH_NONE)
    settle_accusing (evidence, counting);
}
