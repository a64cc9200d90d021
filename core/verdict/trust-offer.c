/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's trust in a sender counts while authentication proves the From domain, and lapses when it doesn't. It
 * answers what may be an honest sender's way; a check's row says so. It never reaches into an attached message.
 */
#include "config.h"

#include "verdict/buoy-trust-offer.h"

#include "base/host/buoy-host.h"
#include "registry/buoy-free-mail.h"
#include "verdict/buoy-verdict-private.h"

/* What is odd in the content alone says nothing of who the sender is. */
static gboolean
is_about_sender (const BuoyFinding *finding)
{
  return finding->basis == BUOY_BASIS_AUTHENTICATION || finding->basis == BUOY_BASIS_IDENTITY
         || finding->basis == BUOY_BASIS_HEADER;
}

/* A disguise: nobody's trust speaks for it. */
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
tell_trust (const BuoyVerdict *verdict)
{
  const BuoyEvidence *evidence = verdict->evidence;

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

/* The reader trusts the sender, or found the links of @finding fine for a sender whom nothing disguises. */
static gboolean
is_answered (const BuoyVerdict *verdict, const BuoyFinding *finding)
{
  if (verdict->trust == BUOY_TRUST_GIVEN && finding->row->check.suppressible_by_trust)
    return TRUE;
  return finding->answered && (verdict->trust == BUOY_TRUST_GIVEN || verdict->trust == BUOY_TRUST_POSSIBLE);
}

void
buoy_verdict_apply_trust (BuoyVerdict *verdict)
{
  verdict->trust_barred_by = find_barrier (verdict->findings);
  verdict->trust = tell_trust (verdict);
  for (guint i = verdict->findings->len; i > 0; i--)
    {
      if (!is_answered (verdict, g_ptr_array_index (verdict->findings, i - 1)))
        continue;
      verdict->trust_counted = TRUE;
      buoy_verdict_suppress (verdict, i - 1);
    }
}

/**
 * buoy_verdict_get_trust:
 * @verdict: a verdict
 *
 * Tells whether the reader trusts the sender, could, or why not.
 *
 * Returns: how trust stands
 */
BuoyTrust
buoy_verdict_get_trust (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, BUOY_TRUST_UNPROVEN);

  return verdict->trust;
}

/**
 * buoy_verdict_get_trust_barrier:
 * @verdict: a verdict
 *
 * Names the check whose finding nobody's trust answers: a look-alike, a disguised sender or link.
 *
 * Returns: (nullable): its id, with %BUOY_TRUST_BARRED alone
 */
const char *
buoy_verdict_get_trust_barrier (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, NULL);

  return verdict->trust == BUOY_TRUST_BARRED ? verdict->trust_barred_by->check.id : NULL;
}

/**
 * buoy_verdict_get_trustable_domain:
 * @verdict: a verdict
 *
 * Gives what buoy_context_trust_sender() would have to be told so that this sender is trusted while it is proven.
 *
 * Returns: (nullable): the From domain; %NULL where trust is not to be offered, see buoy_verdict_get_trust()
 */
const char *
buoy_verdict_get_trustable_domain (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, NULL);

  return verdict->trust == BUOY_TRUST_POSSIBLE ? verdict->evidence->from_domain : NULL;
}

/* The site of a link that a finding accuses, if it is a site that has an owner. */
static const char *
accused_site (BuoyVerdict *verdict, const BuoyTarget *target)
{
  if (target->state != BUOY_TARGET_MISMATCH || target->domain == NULL)
    return NULL;
  return buoy_verdict_accuses (verdict, target) ? target->domain : NULL;
}

/**
 * buoy_verdict_get_trustable_link:
 * @verdict: a verdict
 * @index: which, from 0
 *
 * Gives a site to which links lead that show another one, so that the reader can find it fine for this sender with
 * buoy_context_trust_link(). Each site comes once.
 *
 * Returns: (nullable): its registrable domain; %NULL behind the last, and where trust is not to be offered
 */
const char *
buoy_verdict_get_trustable_link (BuoyVerdict *verdict, guint index)
{
  g_autoptr (GPtrArray) sites = g_ptr_array_new ();

  g_return_val_if_fail (verdict != NULL, NULL);

  if (verdict->trust != BUOY_TRUST_POSSIBLE)
    return NULL;
  for (guint i = 0; i < verdict->evidence->targets->len && sites->len <= index; i++)
    {
      const char *site = accused_site (verdict, g_ptr_array_index (verdict->evidence->targets, i));

      if (site != NULL && !g_ptr_array_find_with_equal_func (sites, site, g_str_equal, NULL))
        g_ptr_array_add (sites, (gpointer) site);
    }
  return index < sites->len ? g_ptr_array_index (sites, index) : NULL;
}

/**
 * buoy_verdict_get_from_domain:
 * @verdict: a verdict
 *
 * Gives the domain of the sender's address, proven or not.
 *
 * Returns: (nullable): the domain, ASCII
 */
const char *
buoy_verdict_get_from_domain (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, NULL);

  return verdict->evidence->from_domain;
}
