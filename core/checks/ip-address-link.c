/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link to a public IP address whose text is something else.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/host/buoy-host.h"
#include "checks/link-rule.h"

/* Whether most links certainly lead to the site of a sender who wrote before domains could be authenticated. The number
 * is then an aside: a shop's link to a bank's server. That a sender is authenticated does not make it one: anyone may
 * link to a site of his own as often as he likes.
 */
static gboolean
leads_home (const BuoyEvidence *evidence)
{
  guint n_home = 0;
  guint n_all = 0;

  if (!evidence->origin.before_proof)
    return FALSE;
  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (!target->link->in_html || target->host == NULL)
        continue;
      n_home += target->link->surely_seen && buoy_host_same_site (target->host, evidence->from_domain);
      n_all++;
    }
  return n_home > n_all / 2;
}

/* A text that is the address hides nothing. Excuse: old-date */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer is_aside)
{
  if (!target->link->in_html || !buoy_host_is_public_ip (target->host) || target->state == BUOY_TARGET_MATCH)
    return BUOY_STRENGTH_NOTE;
  return GPOINTER_TO_INT (is_aside) ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_MEDIUM;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, target->host);
  buoy_finding_cite (finding, BUOY_EVIDENCE_LINK_TEXT, target->link->text);
}

void
buoy_check_ip_address_link (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  static const BuoyLinkRule rule = { weigh, cite, FALSE };

  buoy_link_rule_apply (&rule, evidence, GINT_TO_POINTER (leads_home (evidence)), findings);
}
