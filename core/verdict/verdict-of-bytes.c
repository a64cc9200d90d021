/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads a message and judges it, in the process that calls this: that of the message, in bellbuoy-worker.
 */
#include "config.h"

#include "verdict/engine-private.h"

/* An earlier look at the pictures, told once more. */
typedef struct
{
  const GPtrArray *seen; /* of BuoyPictureFacts */
  guint n_told;
} Replay;

static gboolean
look_again (const GPtrArray *pictures, GPtrArray *texts, gpointer user_data)
{
  Replay *replay = user_data;
  const BuoyPictureFacts *facts;

  if (replay->n_told >= replay->seen->len)
    return FALSE;
  facts = g_ptr_array_index (replay->seen, replay->n_told++);
  for (guint i = 0; i < facts->codes->len; i++)
    g_ptr_array_add (texts, g_strdup (g_ptr_array_index (facts->codes, i)));
  return facts->complete;
}

static BuoyMessage *
read_message (GBytes *bytes, const GPtrArray *pictures, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autoptr (BuoyMessage) message = NULL;
  g_autoptr (GError) unreadable = NULL;
  Replay replay = { pictures, 0 };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  message = buoy_message_new_with_pictures (bytes, budget, pictures != NULL ? look_again : NULL, &replay, &unreadable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (message == NULL)
    g_propagate_error (error, g_steal_pointer (&unreadable));
  return g_steal_pointer (&message);
}

static gpointer
copy_picture_facts (gconstpointer source, gpointer unused)
{
  const BuoyPictureFacts *facts = source;
  BuoyPictureFacts *copy = buoy_picture_facts_new ();

  copy->complete = facts->complete;
  for (guint i = 0; i < facts->codes->len; i++)
    g_ptr_array_add (copy->codes, g_strdup (g_ptr_array_index (facts->codes, i)));
  return copy;
}

BuoyVerdict *
buoy_verdict_of_bytes (GBytes *bytes, BuoyContext *context, BuoyShown *shown, const GPtrArray *pictures,
                       BuoyVerification *verification, GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyMessage) message = read_message (bytes, pictures, cancellable, error);
  g_autoptr (BuoyVerdict) verdict = NULL;

  if (message == NULL)
    return NULL;
  if (shown != NULL)
    buoy_message_join_shown (message, shown);
  verdict = buoy_verdict_of_message (message, context, verification, cancellable, error);
  if (verdict != NULL && pictures != NULL)
    verdict->facts->pictures = g_ptr_array_copy ((GPtrArray *) pictures, copy_picture_facts, NULL);
  return g_steal_pointer (&verdict);
}
