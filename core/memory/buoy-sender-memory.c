/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "memory/buoy-sender-memory.h"

BuoySenderMemory *
buoy_sender_memory_new (void)
{
  BuoySenderMemory *memory = g_new0 (BuoySenderMemory, 1);

  g_atomic_ref_count_init (&memory->ref_count);
  return memory;
}

BuoySenderMemory *
buoy_sender_memory_ref (BuoySenderMemory *memory)
{
  g_atomic_ref_count_inc (&memory->ref_count);
  return memory;
}

void
buoy_sender_memory_unref (BuoySenderMemory *memory)
{
  if (!g_atomic_ref_count_dec (&memory->ref_count))
    return;
  g_free (memory->name.domain);
  g_free (memory);
}
