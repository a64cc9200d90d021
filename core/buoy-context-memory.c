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

BuoyContext *
buoy_context_new_for_sender (BuoyContext *shared, BuoySenderMemory *sender)
{
  BuoyContext *context;

  buoy_context_seal (shared);
  context = g_new (BuoyContext, 1);
  *context = *shared;
  g_atomic_ref_count_init (&context->ref_count);
  context->shared = buoy_context_ref (shared);
  context->sender = buoy_sender_memory_ref (sender);
  return context;
}
