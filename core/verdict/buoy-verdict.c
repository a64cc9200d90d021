/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The verdict: built once by the scan, immutable, readable from any thread.
 */
#include "config.h"

#include "verdict/buoy-verdict-private.h"

G_DEFINE_BOXED_TYPE (BuoyVerdict, buoy_verdict, buoy_verdict_ref, buoy_verdict_unref)

void
buoy_verdict_suppress (BuoyVerdict *verdict, guint index)
{
  const BuoyFinding *finding = g_ptr_array_index (verdict->findings, index);
  const char *id = finding->row->check.id;

  if (!g_ptr_array_find (verdict->suppressed, id, NULL))
    g_ptr_array_add (verdict->suppressed, (gpointer) id);
  g_ptr_array_remove_index (verdict->findings, index);
}

BuoyVerdict *
buoy_verdict_new (void)
{
  BuoyVerdict *verdict = g_new0 (BuoyVerdict, 1);

  g_atomic_ref_count_init (&verdict->ref_count);
  verdict->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_finding_unref);
  verdict->suppressed = g_ptr_array_new ();
  verdict->false_links = g_ptr_array_new_with_free_func (buoy_listed_link_free);
  return verdict;
}

/**
 * buoy_verdict_ref:
 * @verdict: a verdict
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @verdict
 *
 * Since: 0.2
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
 *
 * Since: 0.2
 */
void
buoy_verdict_unref (BuoyVerdict *verdict)
{
  g_return_if_fail (verdict != NULL);

  if (!g_atomic_ref_count_dec (&verdict->ref_count))
    return;

  g_ptr_array_unref (verdict->false_links);
  g_ptr_array_unref (verdict->findings);
  g_ptr_array_unref (verdict->suppressed);
  g_clear_pointer (&verdict->facts, buoy_facts_free);
  g_clear_pointer (&verdict->verification, buoy_verification_unref);
  g_clear_pointer (&verdict->shown, buoy_shown_unref);
  g_clear_pointer (&verdict->context, buoy_context_unref);
  g_clear_pointer (&verdict->lesson, buoy_lesson_unref);
  g_free (verdict);
}

/**
 * buoy_verdict_get_level:
 * @verdict: a verdict
 *
 * Tells how loud the warning is.
 *
 * Returns: the level
 *
 * Since: 0.2
 */
BuoyLevel
buoy_verdict_get_level (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, BUOY_LEVEL_NONE);

  return verdict->level;
}

/**
 * buoy_verdict_get_findings:
 * @verdict: a verdict
 *
 * Gives the findings in the order of the check table, those that alone make no warning among them.
 *
 * Returns: (transfer none) (element-type BuoyFinding): the findings; it may be empty
 *
 * Since: 0.2
 */
const GPtrArray *
buoy_verdict_get_findings (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, NULL);

  return verdict->findings;
}

/**
 * buoy_verdict_has_unread_pictures:
 * @verdict: a verdict
 *
 * Tells whether the message has pictures that nobody has looked into yet: buoy_scan_again() with %BUOY_SCAN_PICTURES
 * can say more. Not if the context says that QR codes are not decoded.
 *
 * Returns: whether there are any
 *
 * Since: 0.2
 */
gboolean
buoy_verdict_has_unread_pictures (const BuoyVerdict *verdict)
{
  g_return_val_if_fail (verdict != NULL, FALSE);

  return verdict->facts->has_unread_pictures && (verdict->context == NULL || !verdict->context->skips_codes);
}
