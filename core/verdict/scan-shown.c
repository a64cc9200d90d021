/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The verdict on a message as its bytes have it and as a mail program displays it: one reading made of both, judged by
 * the same rules.
 */
#include "config.h"

#include "verdict/buoy-judge.h"

BuoyVerdict *
buoy_scan_shown (BuoyVerdict *verdict, GBytes *bytes, BuoyShown *shown, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyVerdict) second
      = buoy_judge_again (verdict, bytes, shown, verdict->facts->pictures, verdict->verification, cancellable, error);

  if (second != NULL && second->level < verdict->level)
    return buoy_verdict_ref (verdict);
  return g_steal_pointer (&second);
}
