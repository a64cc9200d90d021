/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The second verdict on a message with pictures: it is read again, this time with QR codes decoded.
 */
#include "config.h"

#include "verdict/buoy-scan.h"

#include "qr/buoy-qr.h"
#include "verdict/buoy-verdict-private.h"

#define MAX_US (30 * G_USEC_PER_SEC) /* for all pictures; their budget takes 1.5 s of the processor's time */

typedef struct
{
  BuoyQrWork work;
  GPtrArray *seen; /* of BuoyPictureFacts */
} Look;

static BuoyPictureFacts *
picture_facts_new (const GPtrArray *codes, gboolean complete)
{
  BuoyPictureFacts *facts = buoy_picture_facts_new ();

  facts->complete = complete;
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (facts->codes, g_strdup (g_ptr_array_index (codes, i)));
  return facts;
}

static gboolean
look (const GPtrArray *pictures, GPtrArray *texts, gpointer user_data)
{
  Look *looking = user_data;
  const gboolean complete = buoy_qr_read (pictures, &looking->work, texts);

  g_ptr_array_add (looking->seen, picture_facts_new (texts, complete));
  return complete;
}

BuoyVerdict *
buoy_scan_pictures (BuoyVerdict *verdict, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autoptr (BuoyMessage) message = NULL;
  g_autoptr (BuoyVerdict) second = NULL;
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (buoy_picture_facts_free);
  Look looking = { { g_get_monotonic_time () + MAX_US, BUOY_QR_BUDGET, cancellable }, seen };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!buoy_verdict_has_unread_pictures (verdict))
    return buoy_verdict_ref (verdict);
  message = buoy_message_new_with_pictures (bytes, budget, look, &looking, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (message == NULL) /* it could be read before */
    return buoy_verdict_ref (verdict);
  if (verdict->shown != NULL)
    buoy_message_join_shown (message, verdict->shown);
  second = buoy_verdict_of_message (message, verdict->context, verdict->verification, cancellable, error);
  if (second != NULL && second->level < verdict->level)
    return buoy_verdict_ref (verdict);
  if (second != NULL)
    second->facts->pictures = g_steal_pointer (&seen);
  return g_steal_pointer (&second);
}
