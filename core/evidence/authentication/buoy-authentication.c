/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether the From domain is authenticated: the trusted results, aligned with From (RFC 7489 §3.1; relaxed unless the
 * results say strict). A pass for another domain is reported but proves nothing about From.
 */
#include "config.h"

#include "evidence/authentication/buoy-authentication.h"

#include "evidence/authentication/buoy-auth-summary.h"
#include "evidence/authentication/buoy-local.h"
#include "evidence/authentication/buoy-signers.h"
#include "evidence/authentication/buoy-trusted-results.h"
#include "registry/buoy-provider.h"

static gboolean
is_pass (const char *word)
{
  return g_strcmp0 (word, "pass") == 0;
}

/* Notes that From was authenticated before a forwarder modified the message. @aligned: (transfer full) */
static void
take_before (BuoyAuthSummary *summary, char *aligned)
{
  summary->aligned = aligned;
  if (summary->dmarc != NULL)
    summary->dmarc = "pass";
}

/* Uses the results of a trusted forwarder, which saw the message before modifying it, if the chain is valid. Only
 * passes are used, and none if the receiving side itself refused the message.
 */
static void
take_sealed (BuoyAuthSummary *summary, const GPtrArray *sealed)
{
  g_auto (BuoyAuthSummary) before
      = { .message = summary->message, .from_domain = summary->from_domain, .signers = summary->signers };

  if (!is_pass (summary->arc) || summary->aligned != NULL || is_pass (summary->dmarc) || summary->refused)
    return;
  buoy_auth_summary_add (&before, sealed);
  if (before.aligned == NULL && is_pass (before.dmarc))
    before.aligned = g_strdup (summary->from_domain);
  if (before.aligned != NULL)
    take_before (summary, g_steal_pointer (&before.aligned));
}

static BuoyAuthState
conclude (const BuoyAuthSummary *summary, gboolean is_excused)
{
  if (is_pass (summary->dmarc) && summary->from_domain != NULL)
    return BUOY_AUTH_PASS;
  if (g_strcmp0 (summary->dmarc, "fail") == 0 && !is_excused)
    return BUOY_AUTH_FAIL;
  if (summary->aligned != NULL)
    return BUOY_AUTH_PASS;
  return summary->own_spf_fail && !is_excused ? BUOY_AUTH_FAIL : BUOY_AUTH_UNKNOWN;
}

/* Whether the receiving side checked SPF and DKIM with an outcome, and every pass names its domain. */
static gboolean
says_unproven (const BuoyAuthSummary *summary, const BuoyReceived *boundary_hop)
{
  return summary->knows_spf && summary->knows_dkim && !summary->anonymous && !buoy_auth_summary_is_undecided (summary)
         && (boundary_hop == NULL || !boundary_hop->authenticated);
}

/* The Return-Path if it was written at final delivery (RFC 5321 §4.4). A lower one may be from the sender. (nullable)
 */
static const BuoyHeader *
find_return_path (const BuoyMessage *message, guint boundary)
{
  for (guint i = 0; i < MIN (boundary, message->headers->len); i++)
    {
      const BuoyHeader *header = g_ptr_array_index (message->headers, i);

      if (g_ascii_strcasecmp (header->name, "Return-Path") == 0)
        return header;
    }
  return NULL;
}

/* (nullable) */
static const BuoyMailbox *
read_return_path (const BuoyMessage *message, guint boundary)
{
  return find_return_path (message, boundary) != NULL ? message->return_path : NULL;
}

static gboolean
is_return_path_null (const BuoyMessage *message, guint boundary)
{
  const BuoyHeader *header = find_return_path (message, boundary);
  g_autofree char *value = g_strstrip (g_strdup (header != NULL ? header->value : ""));

  return g_str_equal (value, "<>");
}

/* Received-SPF may contain the HELO name only, whatever the envelope sender is. */
static gboolean
has_null_sender (const BuoyEvidence *evidence, const BuoyAuthSummary *summary, const char *source)
{
  return is_return_path_null (evidence->message, evidence->boundary->header_index)
         || (summary->null_sender && g_str_equal (source, "authentication-results"));
}

static void
settle (BuoyAuthentication *auth, BuoyAuthSummary *summary, BuoyAuthState state, const char *source)
{
  auth->state = state;
  auth->source = source;
  auth->spf = summary->spf != NULL ? summary->spf : "none";
  auth->dkim = summary->dkim != NULL ? summary->dkim : "none";
  auth->dmarc = summary->dmarc != NULL ? summary->dmarc : "none";
  auth->arc = summary->arc != NULL ? summary->arc : "none";
  auth->undecided = buoy_auth_summary_is_undecided (summary);
  auth->enforced = summary->enforced && state == BUOY_AUTH_FAIL;
  auth->mark_certified = summary->certified && state == BUOY_AUTH_PASS;
  auth->other_domain = g_steal_pointer (&summary->other);
  if (state == BUOY_AUTH_PASS)
    auth->aligned_domain
        = summary->aligned != NULL ? g_steal_pointer (&summary->aligned) : g_strdup (summary->from_domain);
}

/* Whether the client calls itself a server of a mail filter, which may be true, since its name was not looked up. */
static gboolean
claims_filter (const BuoyTrustBoundary *boundary)
{
  return boundary->boundary_hop != NULL && boundary->boundary_hop->rdns_state == BUOY_RDNS_NOT_SAID
         && buoy_provider_is_gateway (boundary->boundary_hop->helo);
}

/* Applies results that the receiving side wrote: both passes and failures are used. */
static void
apply_trusted (BuoyAuthentication *auth, const BuoyEvidence *evidence, const BuoyTrustedResults *trusted)
{
  const BuoyTrustBoundary *boundary = evidence->boundary;
  g_auto (BuoyAuthSummary) summary
      = { .message = evidence->message, .from_domain = evidence->from_domain, .signers = auth->signers };
  BuoyAuthState state = BUOY_AUTH_NONE;
  gboolean is_excused, is_claimed;

  summary.return_path = read_return_path (evidence->message, boundary->header_index);
  buoy_auth_summary_add (&summary, trusted->methods);
  take_sealed (&summary, trusted->sealed);
  is_excused = summary.bypassed && buoy_boundary_has_filter (boundary, evidence->message);
  is_claimed = summary.bypassed && !is_excused && claims_filter (boundary);
  if (trusted->methods->len > 0 || summary.aligned != NULL)
    state = conclude (&summary, is_excused || is_claimed);
  settle (auth, &summary, state, trusted->source);
  auth->null_sender = has_null_sender (evidence, &summary, trusted->source);
  auth->left_open = is_claimed && state != conclude (&summary, FALSE);
  auth->says_unproven
      = state == BUOY_AUTH_UNKNOWN && !is_excused && !is_claimed && says_unproven (&summary, boundary->boundary_hop);
}

/* Applies results that the receiving side may have written: only failures are used, since senders don't forge evidence
 * against themselves. A failure stands regardless of lower results; that nothing passed stands only if all of them
 * agree.
 */
static void
apply_accusing (BuoyAuthentication *auth, const BuoyEvidence *evidence, const BuoyTrustedResults *trusted)
{
  g_auto (BuoyAuthSummary) summary = { .message = evidence->message, .from_domain = evidence->from_domain };
  BuoyAuthState state = BUOY_AUTH_NONE;
  BuoyAuthErrors errors = { 0 };
  gboolean unproven;

  /* Bounded: BUOY_MAX_HEADERS */
  for (guint i = 0; i < trusted->accusing->len && state != BUOY_AUTH_FAIL; i++)
    {
      const BuoyAuthResults *results = g_ptr_array_index (trusted->accusing, i);

      buoy_auth_summary_add (&summary, results->methods);
      state = conclude (&summary, FALSE);
      if (i == 0)
        errors = summary.errors;
    }
  summary.errors = errors; /* lower results may be from the sender */
  unproven = state == BUOY_AUTH_UNKNOWN && says_unproven (&summary, evidence->boundary->boundary_hop);
  if (state != BUOY_AUTH_FAIL && !unproven)
    return;
  settle (auth, &summary, state, "authentication-results");
  auth->says_unproven = unproven;
  auth->unread = NULL;
}

BuoyAuthentication
buoy_authentication_none (void)
{
  const BuoyAuthentication none = {
    .source = "none",
    .spf = "none",
    .dkim = "none",
    .dmarc = "none",
    .arc = "none",
    .signers = g_ptr_array_new_with_free_func (g_free),
    .assumed = TRUE,
  };

  return none;
}

BuoyAuthentication
buoy_authentication_judge (const BuoyEvidence *evidence)
{
  g_autoptr (BuoyTrustedResults) trusted = buoy_trusted_results_new (evidence);
  BuoyAuthentication auth = buoy_authentication_none ();

  auth.assumed = evidence->boundary->assumed;
  auth.unread = trusted->unread;
  apply_trusted (&auth, evidence, trusted);
  if (auth.state == BUOY_AUTH_NONE || auth.left_open)
    apply_accusing (&auth, evidence, trusted);
  buoy_authentication_add_verification (&auth, evidence);
  buoy_signers_add_verified (auth.signers, evidence->message, evidence->verification);
  return auth;
}

BuoyAuthentication
buoy_authentication_copy (const BuoyAuthentication *auth)
{
  BuoyAuthentication copy = *auth;

  copy.signers = g_ptr_array_ref (auth->signers);
  copy.aligned_domain = g_strdup (auth->aligned_domain);
  copy.other_domain = g_strdup (auth->other_domain);
  return copy;
}
