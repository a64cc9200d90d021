/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Runs all checks on the evidence of one message and its attached pages.
 */
#include "config.h"

#include "checks/checks-private.h"

/* In the order of the table. */
static const BuoyCheckFunc funcs[] = {
#define BUOY_CHECK(name, row_basis, ...) buoy_check_##name,
#include "checks/check-table.h"
#undef BUOY_CHECK
};

/* Adds what a check finds in @page as a finding of @row, which must be the running check's. It weighs as much as in the
 * body.
 */
static void
run_on_page (const BuoyCheckRow *row, BuoyCheckFunc func, const BuoyEvidence *page, BuoyFindings *findings)
{
  BuoyFindings *scratch = buoy_findings_new ();
  g_autoptr (GPtrArray) found = NULL;

  buoy_findings_begin (scratch, row);
  func (page, scratch);
  found = buoy_findings_free_to_array (scratch);
  for (guint i = 0; i < found->len; i++)
    {
      const BuoyFinding *theirs = g_ptr_array_index (found, i);
      BuoyFinding *finding = buoy_findings_add (findings);

      buoy_finding_set_basis (finding, theirs->basis);
      buoy_finding_weaken (finding, theirs->strength);
      buoy_finding_cite (finding, BUOY_EVIDENCE_ATTACHED_FILE, page->page->name);
      buoy_finding_take_evidence (finding, theirs);
    }
}

static void
run_on_pages (const BuoyCheckRow *rows, guint n_rows, const BuoyEvidence *evidence, BuoyFindings *findings)
{
  for (guint i = 0; i < evidence->pages->len; i++)
    for (guint k = 0; k < n_rows; k++)
      if (rows[k].check.for_pages)
        run_on_page (&rows[k], funcs[k], g_ptr_array_index (evidence->pages, i), findings);
}

GPtrArray *
buoy_checks_run (const BuoyEvidence *evidence, GCancellable *cancellable)
{
  BuoyFindings *findings = buoy_findings_new ();
  guint n_rows;
  const BuoyCheckRow *rows = buoy_check_rows_get (&n_rows);

  for (guint i = 0; i < n_rows && !g_cancellable_is_cancelled (cancellable); i++)
    {
      buoy_findings_begin (findings, &rows[i]);
      if (funcs[i] == buoy_check_attached_page)
        run_on_pages (rows, n_rows, evidence, findings);
      funcs[i](evidence, findings);
    }
  return buoy_findings_free_to_array (findings);
}
