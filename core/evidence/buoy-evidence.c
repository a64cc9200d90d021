/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Predicates on the evidence that several checks use.
 */
#include "config.h"

#include "evidence/buoy-evidence.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
#include "registry/buoy-free-mail.h"
#include "evidence/lookalike/buoy-lookalike.h"
#include "registry/buoy-open-host.h"
#include "evidence/authentication/buoy-signers.h"
#include "evidence/links/buoy-target.h"
#include "evidence/origin/buoy-boundary.h"
#include "registry/buoy-ownership.h"

void
buoy_evidence_free (BuoyEvidence *evidence)
{
  g_ptr_array_unref (evidence->targets);
  g_ptr_array_unref (evidence->claims);
  g_ptr_array_unref (evidence->pages);
  g_ptr_array_unref (evidence->lookalikes);
  g_ptr_array_unref (evidence->listings);
  g_free (evidence->folded_subject);
  g_free (evidence->folded_body);
  g_free (evidence->folded_sure_body);
  g_free (evidence->list);
  g_free (evidence->auth.aligned_domain);
  g_free (evidence->auth.other_domain);
  g_ptr_array_unref (evidence->auth.signers);
  g_clear_pointer (&evidence->boundary, buoy_boundary_free);
  g_clear_pointer (&evidence->context, buoy_context_unref);
  g_clear_pointer (&evidence->verification, buoy_verification_unref);
  buoy_message_unref (evidence->message);
  g_free (evidence);
}

static gboolean
has_no_good_name (const BuoyReceived *line)
{
  return line != NULL && (line->rdns_state == BUOY_RDNS_UNKNOWN || line->rdns_state == BUOY_RDNS_UNVERIFIED);
}

gboolean
buoy_evidence_has_bad_origin (const BuoyEvidence *evidence)
{
  return has_no_good_name (evidence->origin.boundary_hop) || has_no_good_name (evidence->origin.behind)
         || evidence->origin.generic_rdns;
}

gboolean
buoy_evidence_has_carrier (const BuoyEvidence *evidence, const char *host)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  return buoy_hosts_have_one_owner (host, evidence->auth.other_domain)
         || (line != NULL && line->rdns_state == BUOY_RDNS_VERIFIED && buoy_hosts_have_one_owner (host, line->rdns));
}

gboolean
buoy_evidence_lacks_proof (const BuoyEvidence *evidence)
{
  return evidence->auth.says_unproven || evidence->auth.state == BUOY_AUTH_FAIL;
}

gboolean
buoy_evidence_is_anonymous (const BuoyEvidence *evidence)
{
  return buoy_free_mail_is (evidence->from_domain)
         || buoy_open_host_classify (evidence->from_domain) != BUOY_OPEN_HOST_NONE;
}

const char *
buoy_evidence_find_phrase (const BuoyEvidence *evidence, BuoyLexiconSection topic)
{
  const char *phrase = evidence->subject_phrases.first[topic];

  return phrase != NULL ? phrase : evidence->body_phrases.first[topic];
}

/* Bounded: callers such as buoy_words_make_other() name a few topics. */
gboolean
buoy_evidence_has_phrase (const BuoyEvidence *evidence, const BuoyLexiconSection *topics, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (buoy_evidence_find_phrase (evidence, topics[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
buoy_evidence_is_impossible (const BuoyEvidence *evidence)
{
  if (evidence->from_domain == NULL)
    return TRUE;
  return !buoy_host_is_ip (evidence->from_domain) && !buoy_host_has_known_suffix (evidence->from_domain);
}
