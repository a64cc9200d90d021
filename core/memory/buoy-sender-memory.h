/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an account remembers of the sender of one message, before that message. Plain data; immutable once built.
 */
#pragma once

#include "memory/buoy-sender-record.h"

/* Where From's name came from before: a domain that bears it, or for a person another organisation. */
typedef struct
{
  char *domain; /* NULL: a person's address, of which only a hash is kept */
  gboolean is_person;
  guint n_messages, n_days; /* 0: the name is unknown, or comes from where it always came from */
  guint16 first;            /* day */
} BuoyNameMemory;

typedef struct
{
  gatomicrefcount ref_count;
  BuoySenderRecord sender; /* n_messages is 0 if it is unknown */
  BuoySenderRecord list;   /* of the list that it claims to come through, from its server; likewise */
  BuoyNameMemory name;
  gboolean is_taught; /* so many senders are known that an unknown one means something */
} BuoySenderMemory;

BuoySenderMemory *buoy_sender_memory_new (void);
BuoySenderMemory *buoy_sender_memory_ref (BuoySenderMemory *memory);
void buoy_sender_memory_unref (BuoySenderMemory *memory);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoySenderMemory, buoy_sender_memory_unref)
