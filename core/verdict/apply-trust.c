/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's trust applies while the From domain is authenticated, and lapses otherwise. It suppresses findings that
 * may be an honest sender's practice, as the check's row says. It never applies to attached messages.
 */
#include "config.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-free-mail.h"
#include "verdict/buoy-verdict-private.h"

/* Findings about content alone say nothing about who the sender is. */
static gboolean
is_about_sender (const BuoyFinding *finding)
{
  return finding->basis == BUOY_BASIS_AUTHENTICATION || finding->basis == BUOY_BASIS_IDENTITY
         || finding->basis == BUOY_BASIS_HEADER;
}

/* A disguise, which trust cannot suppress. */
static gboolean
bars_trust (const BuoyFinding *finding)
{
  if (finding->row->check.suppressible_by_trust)
    return FALSE;
  return finding->strength == BUOY_STRENGTH_STRONG
         || (finding->strength == BUOY_STRENGTH_MEDIUM && is_about_sender (finding));
}

static const BuoyCheckRow *
find_barrier (const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);

      if (bars_trust (finding))
        return finding->row;
    }
  return NULL;
}

static BuoyTrust
tell_trust (const BuoyVerdict *verdict, const BuoyEvidence *evidence)
{
  if (evidence->auth.state == BUOY_AUTH_FAIL)
    return BUOY_TRUST_FAILED;
  if (evidence->auth.state != BUOY_AUTH_PASS || buoy_host_registrable_domain (evidence->from_domain) == NULL)
    return BUOY_TRUST_UNPROVEN;
  if (buoy_free_mail_is (evidence->from_domain))
    return BUOY_TRUST_SHARED;
  if (verdict->trust_barred_by != NULL)
    return BUOY_TRUST_BARRED;
  return buoy_context_trusts_sender (evidence->context, evidence->from_domain) ? BUOY_TRUST_GIVEN : BUOY_TRUST_POSSIBLE;
}

/* The reader trusts the sender, or the links of @finding for a sender without a disguise. */
static gboolean
is_answered (const BuoyVerdict *verdict, const BuoyFinding *finding)
{
  if (verdict->trust == BUOY_TRUST_GIVEN && finding->row->check.suppressible_by_trust)
    return TRUE;
  return finding->answered && (verdict->trust == BUOY_TRUST_GIVEN || verdict->trust == BUOY_TRUST_POSSIBLE);
}

void
buoy_verdict_apply_trust (BuoyVerdict *verdict, const BuoyEvidence *evidence)
{
  verdict->trust_barred_by = find_barrier (verdict->findings);
  verdict->trust = tell_trust (verdict, evidence);
  for (guint i = verdict->findings->len; i > 0; i--)
    {
      if (!is_answered (verdict, g_ptr_array_index (verdict->findings, i - 1)))
        continue;
      verdict->trust_counted = TRUE;
      buoy_verdict_suppress (verdict, i - 1);
    }
}
