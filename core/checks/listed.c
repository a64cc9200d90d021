/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A link opens a site on a block list to which the reader or the organisation subscribes, or that they blocked
 * themselves. A list that was not updated for days only makes a note: half of all phishing sites are gone by then, and
 * some of their names have honest owners again.
 */
#include "config.h"

#include "checks/checks-private.h"

#include "evidence/links/buoy-listing.h"

#define MAX_CITED 5 /* sites named as evidence */

static void
cite (BuoyFinding *finding, const BuoyListing *listing)
{
  buoy_finding_cite (finding, BUOY_EVIDENCE_ACTUAL_HOST, listing->host);
  buoy_finding_cite (finding, BUOY_EVIDENCE_BLOCK_LIST, listing->list);
  buoy_finding_cite (finding, BUOY_EVIDENCE_LIST_OF, listing->day);
}

/* Adds one finding about all listings that are stale, or about all that are not, if there are any. */
static void
add_finding (const BuoyEvidence *evidence, gboolean stale, BuoyFindings *findings)
{
  g_autoptr (GHashTable) cited = g_hash_table_new (g_str_hash, g_str_equal);
  BuoyFinding *finding = NULL;

  for (guint i = 0; i < evidence->listings->len; i++)
    {
      const BuoyListing *listing = g_ptr_array_index (evidence->listings, i);

      if (listing->is_stale != stale)
        continue;
      if (finding == NULL)
        finding = buoy_findings_add (findings);
      if (!stale)
        buoy_finding_cite_listed_link (finding, listing->target);
      if (g_hash_table_size (cited) < MAX_CITED && g_hash_table_add (cited, listing->host))
        cite (finding, listing);
    }
  /* Excuse: none. A sender cannot change how old a list is. */
  if (finding != NULL && stale)
    buoy_finding_weaken (finding, BUOY_STRENGTH_NOTE);
}

void
buoy_check_listed (const BuoyEvidence *evidence, BuoyFindings *findings)
{
  add_finding (evidence, FALSE, findings);
  add_finding (evidence, TRUE, findings);
}
