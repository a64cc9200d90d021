/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader is shown of a remembered sender.
 */
#pragma once

#include "buoy-for-hosts.h"
#include "memory/store/buoy-memory.h"

G_BEGIN_DECLS

/*< private >
 * BuoyKnownSender:
 * @account: the account that got its mail, as the client names it
 * @domain: (nullable): the domain of its From addresses; %NULL for an address of a service where anyone can have one,
 *   of which only a hash is kept
 * @n_messages: messages that were learned from
 * @n_proven: those that were authenticated
 * @first: the day of the first message, in seconds since 1970
 * @last: the day of the newest message
 * @was_warned: whether one of its authenticated messages was warned of, or was junk
 *
 * A sender that a memory knows. Only the library makes them; more fields may follow.
 */
typedef struct
{
  const char *account;
  const char *domain;
  guint n_messages;
  guint n_proven;
  gint64 first;
  gint64 last;
  gboolean was_warned;
} BuoyKnownSender;

GPtrArray *buoy_memory_list_senders (BuoyMemory *memory, const char *account);
BUOY_FOR_HOSTS guint buoy_memory_count_senders (BuoyMemory *memory);
guint64 buoy_memory_get_size (BuoyMemory *memory);

G_END_DECLS
