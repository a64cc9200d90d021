/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's trust applies while the From domain is authenticated, and lapses otherwise. It suppresses findings that
 * may be an honest sender's practice, as the check's row says. It never applies to attached messages.
 */
#include "config.h"

#include "verdict/buoy-trust-offer.h"

#include "base/host/buoy-host.h"
#include "base/text/buoy-text.h"
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

/**
 * buoy_verdict_get_trust:
 * @verdict: a verdict
 *
 * Tells whether the reader trusts the sender, could, or why not.
 *
 * Returns: how trust stands
 *
 * Since: 0.2
 */
BuoyTrust
buoy_verdict_get_trust (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, BUOY_TRUST_UNPROVEN);

  return verdict->trust;
}

/**
 * buoy_verdict_get_trustable_domain:
 * @verdict: a verdict
 *
 * Gives what buoy_context_trust_sender() would have to be told so that this sender is trusted while it is proven.
 *
 * Returns: (nullable): the From domain; %NULL where trust is not to be offered, see buoy_verdict_get_trust()
 *
 * Since: 0.2
 */
const char *
buoy_verdict_get_trustable_domain (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, NULL);

  return verdict->trust == BUOY_TRUST_POSSIBLE ? verdict->facts->from_domain : NULL;
}

/* The site of a link that a finding accuses, if it has an owner. */
static const char *
accused_site (const BuoyLinkFacts *link)
{
  return link->state == BUOY_TARGET_MISMATCH && link->accused ? link->domain : NULL;
}

/**
 * buoy_verdict_get_trustable_links:
 * @verdict: a verdict
 *
 * Gives the sites to which links lead that show another one, so that the reader can find them fine for this sender with
 * buoy_context_trust_link(). Each site comes once.
 *
 * Returns: (transfer container) (element-type utf8): registrable domains, ASCII, which live as long as @verdict; none
 *   where trust is not to be offered, see buoy_verdict_get_trust()
 *
 * Since: 0.2
 */
GPtrArray *
buoy_verdict_get_trustable_links (const BuoyVerdict *verdict)
{
  g_autoptr (GPtrArray) sites = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (buoy_text_hash, g_str_equal);

  const GPtrArray *links;

  g_return_val_if_fail (verdict != NULL, NULL);

  links = buoy_facts_get_body (verdict->facts)->links;
  for (guint i = 0; verdict->trust == BUOY_TRUST_POSSIBLE && i < links->len; i++)
    {
      const char *site = accused_site (g_ptr_array_index (links, i));

      if (site != NULL && g_hash_table_add (seen, (gpointer) site))
        g_ptr_array_add (sites, (gpointer) site);
    }
  return g_steal_pointer (&sites);
}
