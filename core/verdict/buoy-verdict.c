/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The verdict itself: built once by the scan, never changed, read from any thread.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

G_DEFINE_BOXED_TYPE (BuoyVerdict, buoy_verdict, buoy_verdict_ref, buoy_verdict_unref)

/* What stands in an attached message is its sender's word, not that of the one who passed it on. */
static void
take_inner_findings (BuoyVerdict *verdict, const BuoyEvidence *inner, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) findings = buoy_checks_run (inner, cancellable);
  const char *sender = inner->from != NULL ? inner->from->address : "";

  while (findings->len > 0)
    {
      BuoyFinding *finding = g_ptr_array_steal_index (findings, 0);

      buoy_finding_cite (finding, "attached-message-from", *sender != '\0' ? sender : "?");
      g_ptr_array_add (verdict->findings, finding);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const BuoyFinding *const *left = a;
  const BuoyFinding *const *right = b;

  if ((*left)->row == (*right)->row)
    return 0;
  return (*left)->row < (*right)->row ? -1 : 1;
}

void
buoy_verdict_suppress (BuoyVerdict *verdict, guint index)
{
  const BuoyFinding *finding = g_ptr_array_index (verdict->findings, index);
  const char *id = finding->row->check.id;

  if (!g_ptr_array_find (verdict->suppressed, id, NULL))
    g_ptr_array_add (verdict->suppressed, (gpointer) id);
  g_ptr_array_remove_index (verdict->findings, index);
}

static void
drop_switched_off (BuoyVerdict *verdict)
{
  const BuoyContext *context = verdict->evidence->context;

  if (context == NULL)
    return;

  for (guint i = verdict->findings->len; i > 0; i--)
    {
      const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i - 1);

      if (g_hash_table_contains (context->suppressed, finding->row->check.id))
        buoy_verdict_suppress (verdict, i - 1);
    }
}

BuoyVerdict *
buoy_verdict_new (BuoyEvidence *evidence, GPtrArray *inner, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyVerdict) verdict = g_new0 (BuoyVerdict, 1);

  g_atomic_ref_count_init (&verdict->ref_count);
  verdict->evidence = evidence;
  verdict->inner = inner;
  verdict->suppressed = g_ptr_array_new ();
  verdict->findings = buoy_checks_run (evidence, cancellable);
  buoy_verdict_apply_trust (verdict);
  for (guint i = 0; i < inner->len; i++)
    take_inner_findings (verdict, g_ptr_array_index (inner, i), cancellable);
  g_ptr_array_sort (verdict->findings, compare_rows);
  drop_switched_off (verdict);
  verdict->level = buoy_level_of_findings (verdict->findings);
  buoy_verdict_find_false_links (verdict);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&verdict);
}

/**
 * buoy_verdict_ref:
 * @verdict: a verdict
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @verdict
 */
BuoyVerdict *
buoy_verdict_ref (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, NULL);

  g_atomic_ref_count_inc (&verdict->ref_count);
  return verdict;
}

/**
 * buoy_verdict_unref:
 * @verdict: (transfer full): a verdict
 *
 * Drops a reference; any thread may.
 */
void
buoy_verdict_unref (BuoyVerdict *verdict)
{
  g_return_if_fail (verdict != NULL);

  if (!g_atomic_ref_count_dec (&verdict->ref_count))
    return;

  g_ptr_array_unref (verdict->false_links);
  g_hash_table_unref (verdict->accused);
  g_hash_table_unref (verdict->imitated);
  g_ptr_array_unref (verdict->findings);
  g_ptr_array_unref (verdict->suppressed);
  g_ptr_array_unref (verdict->inner);
  buoy_evidence_free (verdict->evidence);
  g_free (verdict);
}

/**
 * buoy_verdict_get_level:
 * @verdict: a verdict
 *
 * Tells how loud the warning is.
 *
 * Returns: the level
 */
BuoyLevel
buoy_verdict_get_level (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, BUOY_LEVEL_NONE);

  return verdict->level;
}

/**
 * buoy_verdict_get_n_findings:
 * @verdict: a verdict
 *
 * Counts the findings, those that alone make no warning among them.
 *
 * Returns: how many findings there are
 */
guint
buoy_verdict_get_n_findings (BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, 0);

  return verdict->findings->len;
}

/**
 * buoy_verdict_get_finding:
 * @verdict: a verdict
 * @index: below buoy_verdict_get_n_findings()
 *
 * Gives a finding, in the order of the check table.
 *
 * Returns: (transfer none): the finding; it lives as long as @verdict
 */
const BuoyFinding *
buoy_verdict_get_finding (BuoyVerdict *verdict, guint index)
{
  g_return_val_if_fail (verdict != NULL && index < verdict->findings->len, NULL);

  return g_ptr_array_index (verdict->findings, index);
}
