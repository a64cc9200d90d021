/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The second verdict on a message with pictures: they are taken out of it, QR codes are looked for, and it is judged
 * again with what was found.
 */
#include "config.h"

#include "verdict/buoy-judge.h"

#include "qr/buoy-qr.h"

#define MAX_US (30 * G_USEC_PER_SEC) /* for all pictures; their budget takes 1.5 s of the processor's time */

/* (transfer full) */
static BuoyPictureFacts *
look (const GPtrArray *pictures, BuoyQrWork *work)
{
  BuoyPictureFacts *facts = buoy_picture_facts_new ();

  facts->complete = buoy_qr_read (pictures, work, facts->codes);
  return facts;
}

/* Of BuoyPictureFacts, one for each text with pictures. Fewer, if they could not be listed: then those that are missing
 * were not looked at, which the verdict says. (transfer full)
 */
static GPtrArray *
look_at_all (GBytes *bytes, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) lists = buoy_judge_list_pictures (bytes, cancellable, NULL);
  GPtrArray *seen = g_ptr_array_new_with_free_func (buoy_picture_facts_free);
  BuoyQrWork work = { g_get_monotonic_time () + MAX_US, BUOY_QR_BUDGET, cancellable };

  for (guint i = 0; lists != NULL && i < lists->len; i++)
    g_ptr_array_add (seen, look (g_ptr_array_index (lists, i), &work));
  return seen;
}

BuoyVerdict *
buoy_scan_pictures (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) seen = NULL;
  g_autoptr (BuoyVerdict) second = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!buoy_verdict_has_unread_pictures (verdict))
    return buoy_verdict_ref (verdict);
  seen = look_at_all (bytes, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  second = buoy_judge_again (verdict, bytes, verdict->shown, seen, verdict->verification, cancellable, error);
  if (second != NULL && second->level < verdict->level)
    return buoy_verdict_ref (verdict);
  return g_steal_pointer (&second);
}
