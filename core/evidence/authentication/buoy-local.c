/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A valid signature of From's domain is proof, whoever delivered the message. An invalid one does not prove anything:
 * lists add lines, servers rewrite messages, keys are revoked. So From's policy (RFC 7489 §6.6.2) fails only for a
 * message without any signature of From's domain, if the receiving side found that its envelope is not aligned either.
 * Everything else stays undecided.
 */
#include "config.h"

#include "evidence/authentication/buoy-local.h"

static gboolean
is_one_of (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

/* Whether the receiving side checked the envelope and found nothing aligned with From. */
static gboolean
is_envelope_others (const BuoyAuthentication *auth)
{
  static const char *const answers[] = { "fail", "softfail", "none", NULL };

  if (auth->source == NULL || g_str_equal (auth->source, "none"))
    return FALSE;
  return is_one_of (auth->spf, answers) || (g_str_equal (auth->spf, "pass") && auth->other_domain != NULL);
}

static const char *
word_of (const BuoySignature *signature)
{
  static const char *const words[] = {
    [BUOY_SIGNATURE_PASS] = "pass",
    [BUOY_SIGNATURE_FAIL] = "fail",
    [BUOY_SIGNATURE_NONE] = "none",
    [BUOY_SIGNATURE_UNKNOWN] = "temperror",
  };

  return signature != NULL ? words[signature->state] : "none";
}

static void
use_passing (BuoyAuthentication *auth, const BuoyVerification *verification, const BuoySignature *passing)
{
  auth->dkim = "pass";
  if (verification->policy >= BUOY_DMARC_NONE || g_str_equal (auth->dmarc, "fail"))
    auth->dmarc = "pass";
  auth->enforced = auth->says_unproven = FALSE;
  if (auth->state == BUOY_AUTH_PASS)
    return;
  auth->state = BUOY_AUTH_PASS;
  auth->source = "local";
  auth->assumed = FALSE;
  g_free (auth->aligned_domain);
  auth->aligned_domain = g_ascii_strdown (passing->domain, -1);
}

/* Judges a message without a signature of From's domain. */
static void
take_absence (BuoyAuthentication *auth, const BuoyEvidence *evidence)
{
  const BuoyReceived *line = evidence->origin.boundary_hop;

  if (!is_envelope_others (auth) || (line != NULL && line->authenticated))
    return;
  if (!evidence->verification->enforced)
    {
      auth->says_unproven = TRUE;
      return;
    }
  auth->state = BUOY_AUTH_FAIL;
  auth->source = "local";
  auth->dmarc = "fail";
  auth->enforced = TRUE;
  auth->says_unproven = FALSE;
}

void
buoy_authentication_add_verification (BuoyAuthentication *auth, const BuoyEvidence *evidence)
{
  const BuoyVerification *verification = evidence->verification;
  const BuoySignature *passing, *aligned;

  if (verification == NULL || verification->unable || evidence->from_domain == NULL)
    return;

  passing = buoy_verification_find_passing (verification);
  aligned = buoy_verification_find_aligned (verification);
  if (passing != NULL)
    {
      use_passing (auth, verification, passing);
      return;
    }
  if (auth->state == BUOY_AUTH_PASS || auth->state == BUOY_AUTH_FAIL)
    return;
  if (g_str_equal (auth->dkim, "none"))
    auth->dkim = word_of (aligned);
  auth->undecided |= aligned != NULL && aligned->state == BUOY_SIGNATURE_UNKNOWN;
  if (auth->state == BUOY_AUTH_NONE)
    {
      auth->state = BUOY_AUTH_UNKNOWN;
      auth->source = "local";
    }
  else if (aligned == NULL && verification->complete)
    take_absence (auth, evidence);
}
