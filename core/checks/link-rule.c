/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Applies a rule to each link. All links are judged, even if only a few are cited.
 */
#include "config.h"

#include "checks/link-rule.h"

#include "base/text/buoy-text.h"

#define MAX_CITED 5 /* links named as evidence; a reader looks at one or two */

typedef struct
{
  const BuoyTarget *target;
  BuoyStrength strength;
} Weighed;

const char *
buoy_link_rule_opened_by (const BuoyTarget *target)
{
  return target->host != NULL ? target->host : target->link->href;
}

/* A hundred links may have the same text and target. */
static gboolean
is_new (GHashTable *cited, const BuoyTarget *target)
{
  const char *shown = target->shown_host != NULL ? target->shown_host : "";

  return g_hash_table_add (cited, g_strconcat (shown, " ", buoy_link_rule_opened_by (target), NULL));
}

/* Stops if the scan is cancelled, since nobody will read the findings. */
static GArray *
weigh_all (const BuoyLinkRule *rule, const BuoyEvidence *evidence, gconstpointer scale)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Weighed));

  for (guint i = 0; i < evidence->targets->len && !buoy_budget_is_cancelled (evidence->message->budget); i++)
    {
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      const Weighed weighed = { target, rule->weigh (evidence, target, scale) };

      if (weighed.strength > BUOY_STRENGTH_NOTE)
        g_array_append_val (all, weighed);
    }
  return all;
}

/* Cites links of @strength, in the order of the text. */
static void
cite (const BuoyLinkRule *rule, BuoyFinding *finding, const GArray *all, BuoyStrength strength, GHashTable *cited)
{
  for (guint i = 0; i < all->len && g_hash_table_size (cited) < MAX_CITED; i++)
    {
      const Weighed *weighed = &g_array_index (all, Weighed, i);

      if (weighed->strength == strength && is_new (cited, weighed->target))
        rule->cite (finding, weighed->target);
    }
}

/* Excuse: decoys-five, decoys-hundred */
BuoyFinding *
buoy_link_rule_apply (const BuoyLinkRule *rule, const BuoyEvidence *evidence, gconstpointer scale,
                      BuoyFindings *findings)
{
  g_autoptr (GArray) all = weigh_all (rule, evidence, scale);
  g_autoptr (GHashTable) cited = g_hash_table_new_full (buoy_text_hash, g_str_equal, g_free, NULL);
  BuoyStrength strongest = BUOY_STRENGTH_NOTE;
  BuoyFinding *finding;

  if (all->len == 0)
    return NULL;
  finding = buoy_findings_add (findings);
  for (guint i = 0; i < all->len; i++)
    {
      const Weighed *weighed = &g_array_index (all, Weighed, i);

      strongest = MAX (strongest, weighed->strength);
      if (rule->is_lie && weighed->strength > BUOY_STRENGTH_WEAK)
        buoy_finding_cite_link (finding, weighed->target, NULL);
    }
  buoy_finding_weaken (finding, strongest);
  cite (rule, finding, all, BUOY_STRENGTH_STRONG, cited);
  cite (rule, finding, all, BUOY_STRENGTH_MEDIUM, cited);
  cite (rule, finding, all, BUOY_STRENGTH_WEAK, cited);
  return finding;
}
