/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A domain that was made to be mistaken for a brand's, the organisation's or a contact's: in From, in Reply-To, or
 * behind a link. Proof that a message comes from such a domain makes it no better.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "evidence/buoy-lookalike.h"

#define MAX_CITED 3 /* a reader looks at one or two */

/* Members of a list write about such domains, and nobody's address is one by talk. */
static BuoyStrength
weigh (const BuoyEvidence *evidence, const BuoyLookalike *lookalike)
{
  if (evidence->is_list && lookalike->place == BUOY_IN_LINK)
    return MIN (lookalike->strength, BUOY_STRENGTH_MEDIUM);
  return lookalike->strength;
}

static int
compare_strength (gconstpointer a, gconstpointer b)
{
  const BuoyLookalike *lookalike_a = *(const BuoyLookalike *const *) a;
  const BuoyLookalike *lookalike_b = *(const BuoyLookalike *const *) b;

  return (int) lookalike_b->strength - (int) lookalike_a->strength;
}

static void
cite (BuoyFinding *finding, const BuoyLookalike *lookalike)
{
  static const char *const kinds[] = { "from-host", "reply-to-host", "actual-host" };

  buoy_finding_cite (finding, kinds[lookalike->place], lookalike->host);
  buoy_finding_cite (finding, "imitated-domain", lookalike->original);
  buoy_finding_cite (finding, "brand",
                     lookalike->brand != NULL ? lookalike->brand->title : NULL);
}

void
buoy_check_lookalike_domain (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const BuoyLookalike *gravest;
  BuoyFinding *finding;

  if (evidence->lookalikes->len == 0)
    return;
  g_ptr_array_extend (sorted, evidence->lookalikes, NULL, NULL);
  g_ptr_array_sort (sorted, compare_strength); /* stable: From before links */
  gravest = g_ptr_array_index (sorted, 0);
  finding = buoy_findings_add (findings);
  buoy_finding_weaken (finding, weigh (evidence, gravest));
  if (gravest->place == BUOY_IN_LINK)
    buoy_finding_set_basis (finding, BUOY_BASIS_HOSTING); /* whom the mail claims to be is another fact */
  for (guint i = 0; i < MIN (sorted->len, MAX_CITED); i++)
    {
      const BuoyLookalike *lookalike = g_ptr_array_index (sorted, i);

      if (lookalike->strength == gravest->strength)
        cite (finding, lookalike);
    }
}
