/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the account's mail taught. Its servers are the same for all of its messages; the sender is that of one, so a
 * context for one message shares all else with the one that the client filled.
 */
#include "config.h"

#include "buoy-context-private.h"

void
buoy_context_set_receiving_side (BuoyContext *context, BuoyReceivingSide *side)
{
  g_return_if_fail (buoy_context_is_open (context));

  g_clear_pointer (&context->side, buoy_receiving_side_unref);
  context->side = side != NULL ? buoy_receiving_side_ref (side) : NULL;
}

/* A context with everything of @context, except its sender and the memory to be asked. (transfer full) */
static BuoyContext *
share (BuoyContext *context)
{
  BuoyContext *owner = context->shared != NULL ? context->shared : context;
  BuoyContext *derived;

  buoy_context_seal (owner);
  derived = g_new (BuoyContext, 1);
  *derived = *owner;
  g_atomic_ref_count_init (&derived->ref_count);
  derived->shared = buoy_context_ref (owner);
  return derived;
}

BuoyContext *
buoy_context_new_for_sender (BuoyContext *context, BuoySenderMemory *sender)
{
  BuoyContext *derived = share (context);

  derived->sender = buoy_sender_memory_ref (sender);
  return derived;
}

BuoyContext *
buoy_context_new_with_memory (BuoyContext *context, BuoyRecallFunc recall, gpointer data, GDestroyNotify free_data)
{
  BuoyContext *derived = share (context);

  derived->recall = recall;
  derived->recall_data = data;
  derived->free_recall_data = free_data;
  return derived;
}
