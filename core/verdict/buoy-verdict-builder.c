/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From evidence to a verdict.
 */
#include "config.h"

#include "verdict/buoy-facts-builder.h"
#include "verdict/buoy-verdict-bytes.h"

#include "evidence/identity/buoy-lesson-read.h"

/* The sender of an attached message is not the one who forwarded it. */
static void
take_inner_findings (BuoyVerdict *verdict, const BuoyEvidence *inner, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) findings = buoy_checks_run (inner, cancellable);
  const char *sender = inner->from != NULL ? inner->from->address : "";

  while (findings->len > 0)
    {
      BuoyFinding *finding = g_ptr_array_steal_index (findings, 0);

      buoy_finding_cite (finding, BUOY_EVIDENCE_ATTACHED_MESSAGE_FROM, *sender != '\0' ? sender : "?");
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

static void
drop_switched_off (BuoyVerdict *verdict)
{
  for (guint i = verdict->findings->len; verdict->context != NULL && i > 0; i--)
    {
      const BuoyFinding *finding = g_ptr_array_index (verdict->findings, i - 1);

      if (g_hash_table_contains (verdict->context->suppressed, finding->row->check.id))
        buoy_verdict_suppress (verdict, i - 1);
    }
}

static void
judge_level (BuoyVerdict *verdict, const BuoyEvidence *evidence)
{
  const BuoyLevel level = buoy_level_of_findings (verdict->findings);

  verdict->level
      = buoy_verdict_knows_sender (evidence) ? buoy_level_for_known_sender (verdict->findings, level) : level;
  verdict->is_lowered = verdict->level < level;
}

static BuoyLesson *
read_lesson (const BuoyVerdict *verdict, const BuoyEvidence *evidence)
{
  BuoyLesson *lesson = buoy_lesson_read (evidence);

  if (lesson != NULL)
    lesson->is_warned = verdict->level > BUOY_LEVEL_NONE;
  return lesson;
}

/* Their targets are freed with the evidence. */
static void
forget_targets (const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    g_array_set_size (((BuoyFinding *) g_ptr_array_index (findings, i))->links, 0);
}

BuoyVerdict *
buoy_verdict_of_evidence (const BuoyEvidence *evidence, const GPtrArray *inner, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GHashTable) accused = g_hash_table_new (NULL, NULL);
  g_autoptr (BuoyVerdict) verdict = buoy_verdict_new ();
  const BuoyBudget *budget = evidence->message->budget;

  verdict->context = evidence->context != NULL ? buoy_context_ref (evidence->context) : NULL;
  verdict->verification = evidence->verification != NULL ? buoy_verification_ref (evidence->verification) : NULL;
  verdict->shown = evidence->message->shown != NULL ? buoy_shown_ref (evidence->message->shown) : NULL;
  g_ptr_array_unref (verdict->findings);
  verdict->findings = buoy_checks_run (evidence, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  buoy_verdict_apply_trust (verdict, evidence);
  for (guint i = 0; i < inner->len; i++)
    take_inner_findings (verdict, g_ptr_array_index (inner, i), cancellable);
  g_ptr_array_sort (verdict->findings, compare_rows);
  drop_switched_off (verdict);
  judge_level (verdict, evidence);
  buoy_verdict_find_false_links (verdict, accused, budget);
  buoy_verdict_choose_advice (verdict, evidence, inner);
  verdict->facts = buoy_facts_of_evidence (evidence, inner, accused);
  verdict->lesson = read_lesson (verdict, evidence);
  buoy_verdict_limit_size (verdict, budget);
  forget_targets (verdict->findings);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&verdict);
}

/* At most BUOY_MAX_INNER, which share the budget. */
static void
collect_inner (BuoyMessage *message, BuoyContext *context, GCancellable *cancellable, GPtrArray *inner)
{
  for (guint i = 0; i < message->inner->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      BuoyMessage *attached = g_ptr_array_index (message->inner, i);

      g_ptr_array_add (inner, buoy_evidence_new (attached, context, TRUE));
      collect_inner (attached, context, cancellable, inner);
    }
}

BuoyVerdict *
buoy_verdict_of_message (BuoyMessage *message, BuoyContext *context, BuoyVerification *verification,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) inner = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_evidence_free);
  g_autoptr (BuoyEvidence) evidence = NULL;

  buoy_context_seal (context);
  buoy_budget_begin_judging (message->budget);
  evidence = buoy_evidence_new_verified (message, context, verification);
  collect_inner (message, context, cancellable, inner);
  evidence->cut_short |= buoy_budget_is_spent (message->budget);
  return buoy_verdict_of_evidence (evidence, inner, cancellable, error);
}
