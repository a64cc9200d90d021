/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link whose visible text names one site while it opens another. Text that names no site is not this check's
 * business.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "checks/mismatch-weight.h"

#define MAX_CITED 5 /* a reader looks at one or two */

/* The same pair of sites counts once more where its name is written out, which weighs more. */
static gboolean
was_cited (GPtrArray *cited, const BuoyTarget *target)
{
  for (guint i = 0; i < cited->len; i++)
    {
      const BuoyTarget *other = g_ptr_array_index (cited, i);

      if (g_str_equal (other->shown_host, target->shown_host)
          && g_strcmp0 (other->host, target->host) == 0
          && buoy_mismatch_is_written_out (other) == buoy_mismatch_is_written_out (target))
        return TRUE;
    }
  return FALSE;
}

static void
cite (BuoyFinding *finding, const BuoyTarget *target)
{
  buoy_finding_cite (finding, "shown-host", target->shown_host);
  buoy_finding_cite (finding, "actual-host",
                     target->host != NULL ? target->host : target->link->href);
}

/* The pairs that the reader found fine for this sender, or the others: a finding each. */
static BuoyFinding *
find_pairs (const BuoyEvidence *evidence, BuoyFindings *findings, gboolean trusted)
{
  g_autoptr (GPtrArray) cited = g_ptr_array_new ();
  BuoyStrength strongest = BUOY_STRENGTH_NOTE;
  BuoyFinding *finding;

  for (guint i = 0; i < evidence->targets->len && cited->len < MAX_CITED; i++)
    {
      BuoyTarget *target = g_ptr_array_index (evidence->targets, i);
      BuoyStrength strength;

      if (target->state != BUOY_TARGET_MISMATCH || target->trusted != trusted
          || was_cited (cited, target))
        continue;
      strength = buoy_mismatch_weigh (evidence, target);
      if (strength == BUOY_STRENGTH_NOTE)
        continue;
      /* the gravest pair comes first */
      g_ptr_array_insert (cited, strength > strongest ? 0 : -1, target);
      strongest = MAX (strongest, strength);
    }

  if (cited->len == 0)
    return NULL;
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, strongest);
  for (guint i = 0; i < cited->len; i++)
    cite (finding, g_ptr_array_index (cited, i));
  return finding;
}

void
buoy_check_link_text_mismatch (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  BuoyFinding *answered;

  find_pairs (evidence, findings, FALSE);
  answered = find_pairs (evidence, findings, TRUE);
  if (answered != NULL)
    buoy_finding_answer (answered);
}
