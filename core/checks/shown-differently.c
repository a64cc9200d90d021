/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The mail client displays links to sites that the message's bytes have no links to, as other programs parse them:
 * filters, and other mail clients.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "base/text/buoy-text.h"
#include "checks/link-rule.h"
#include "checks/mismatch-weight.h"
#include "evidence/links/buoy-target.h"

typedef struct
{
  BuoyMismatchScale *mismatch;
  GHashTable *hosts; /* set of char *: hosts of links in the message's bytes */
} Scale;

static GHashTable *
find_hosts (const BuoyEvidence *evidence)
{
  GHashTable *hosts = g_hash_table_new (buoy_text_hash, g_str_equal);

  for (guint i = 0; i < evidence->targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);

      if (target->link->only_shown == BUOY_ONLY_SHOWN_NOTHING && target->url != NULL && target->url->host != NULL)
        g_hash_table_add (hosts, target->url->host);
    }
  return hosts;
}

/* A site to which the bytes link as well is not hidden. A client turns a URL in a text into a link, which is its own
 * text. A misleading link counts in any case. Excuse: none
 */
static gboolean
is_hidden_site (const Scale *scale, const BuoyTarget *target)
{
  return target->link->only_shown == BUOY_ONLY_SHOWN_LINK && target->url != NULL && buoy_url_is_web (target->url)
         && !g_hash_table_contains (scale->hosts, target->url->host) && !buoy_target_is_its_text (target);
}

/* Links in the bytes are not this check's concern. Excuse: none */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyTarget *target, gconstpointer data)
{
  const Scale *scale = data;

  if (target->link->only_shown == BUOY_ONLY_SHOWN_NOTHING)
    return BUOY_STRENGTH_NOTE;
  if (buoy_mismatch_is (target) && buoy_mismatch_weigh (scale->mismatch, target) > BUOY_STRENGTH_WEAK)
    return BUOY_STRENGTH_MEDIUM;
  return is_hidden_site (scale, target) ? BUOY_STRENGTH_WEAK : BUOY_STRENGTH_NOTE;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, buoy_link_rule_opened_by (target));
}

void
buoy_check_shown_differently (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  static const BuoyLinkRule rule = { weigh, cite, FALSE };
  g_autoptr (BuoyMismatchScale) mismatch = NULL;
  g_autoptr (GHashTable) hosts = NULL;
  Scale scale;

  if (evidence->message->shown == NULL)
    return;
  scale.mismatch = mismatch = buoy_mismatch_scale_new (evidence);
  scale.hosts = hosts = find_hosts (evidence);
  buoy_link_rule_apply (&rule, evidence, &scale, findings);
}
