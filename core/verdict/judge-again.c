/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A later step may end its process, or take too long, where an earlier one did not: by what is displayed, or by what
 * was found in pictures. The earlier verdict stays then, and says that there is more. It says so, too, if the program
 * that reads messages does not work any more.
 */
#include "config.h"

#include "verdict/buoy-judge.h"

#include "verdict/buoy-verdict-bytes.h"

#define UNREAD_CHECK "unread-content"

/* Whether the sender may have built the message so that it fails. */
static gboolean
is_evasion (const GError *error)
{
  return g_error_matches (error, BUOY_ERROR, BUOY_ERROR_CRASHED)
         || g_error_matches (error, BUOY_ERROR, BUOY_ERROR_TIMED_OUT)
         || g_error_matches (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX);
}

static const BuoyCheckRow *
get_row (void)
{
  guint n_rows;
  const BuoyCheckRow *rows = buoy_check_rows_get (&n_rows);
  guint i = 0;

  while (i < n_rows && !g_str_equal (rows[i].check.id, UNREAD_CHECK))
    i++;
  g_assert (i < n_rows);
  return &rows[i];
}

/* In the order of the table. A finding of the same check that is there already is made no weaker. */
static void
add_finding (GPtrArray *findings)
{
  const BuoyCheckRow *row = get_row ();
  BuoyFinding *finding = NULL;
  guint i = 0;

  while (i < findings->len && ((const BuoyFinding *) g_ptr_array_index (findings, i))->row < row)
    i++;
  if (i < findings->len)
    finding = g_ptr_array_index (findings, i);
  if (finding != NULL && finding->row == row)
    {
      finding->strength = MAX (finding->strength, BUOY_STRENGTH_MEDIUM);
      return;
    }
  finding = buoy_finding_new (row);
  finding->strength = BUOY_STRENGTH_MEDIUM;
  g_ptr_array_insert (findings, (int) i, finding);
}

/* (transfer full) (nullable) */
static BuoyVerdict *
copy (const BuoyVerdict *verdict)
{
  g_autoptr (GBytes) bytes = buoy_verdict_to_bytes (verdict);
  BuoyVerdict *same = bytes != NULL ? buoy_verdict_from_bytes (bytes, NULL) : NULL;

  if (same == NULL)
    return NULL;
  buoy_verdict_attach (same, verdict->context, verdict->verification);
  same->shown = verdict->shown != NULL ? buoy_shown_ref (verdict->shown) : NULL;
  return same;
}

/* A copy of @verdict that says that there is more; nothing is learned from it. (transfer full) (nullable) */
static BuoyVerdict *
note_unread (const BuoyVerdict *verdict)
{
  BuoyVerdict *noted = copy (verdict);

  if (noted == NULL)
    return NULL;
  add_finding (noted->findings);
  noted->level = MAX (verdict->level, buoy_level_of_findings (noted->findings));
  if (verdict->level == BUOY_LEVEL_NONE)
    noted->advice = BUOY_ADVICE_LINKS;
  g_clear_pointer (&noted->lesson, buoy_lesson_unref);
  return noted;
}

/* A copy of @verdict that says that the program failed, which accuses nobody. (transfer full) (nullable) */
static BuoyVerdict *
note_failure (const BuoyVerdict *verdict)
{
  BuoyVerdict *noted = copy (verdict);

  if (noted != NULL && !g_ptr_array_find_with_equal_func (noted->facts->limits, BUOY_LIMIT_FAILURE, g_str_equal, NULL))
    g_ptr_array_add (noted->facts->limits, g_strdup (BUOY_LIMIT_FAILURE));
  return noted;
}

BuoyVerdict *
buoy_judge_again (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, const GPtrArray *pictures,
                  BuoyVerification *verification, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;
  BuoyVerdict *second = buoy_judge (bytes, verdict->context, shown, pictures, verification, cancellable, &why);
  const gboolean is_off
      = verdict->context != NULL && g_hash_table_contains (verdict->context->suppressed, UNREAD_CHECK);

  if (second == NULL && is_evasion (why) && !is_off)
    second = note_unread (verdict);
  else if (second == NULL && why->domain == BUOY_ERROR && !is_evasion (why))
    second = note_failure (verdict);
  if (second == NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return second;
}
