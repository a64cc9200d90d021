/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "learn/buoy-learn.h"

#include <string.h>

#include "evidence/identity/buoy-lesson-read.h"
#include "evidence/identity/buoy-name-key.h"
#include "evidence/origin/buoy-hand-over-read.h"
#include "memory/store/buoy-memory-private.h"

#define SECONDS_A_DAY (24 * 60 * 60)

/* The header of a message, including the empty line that ends it. */
static GBytes *
take_header (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = length > 0 ? text + length : text;

  for (const char *p = text; p != NULL && (p = memchr (p, '\n', (gsize) (end - p))) != NULL; p++)
    {
      const char *next = p + 1;

      if (next < end && *next == '\r')
        next++;
      if (next < end && *next == '\n')
        return g_bytes_new_from_bytes (bytes, 0, (gsize) (next + 1 - text));
    }
  return g_bytes_ref (bytes);
}

/* Whether the header has a Received field; without one, parsing it is pointless. */
static gboolean
has_trace (GBytes *header)
{
  static const char field[] = "Received:";
  gsize length;
  const char *at = g_bytes_get_data (header, &length);
  const char *end = length > 0 ? at + length : at;

  while (at != NULL && (gsize) (end - at) > sizeof field)
    {
      if (g_ascii_strncasecmp (at, field, sizeof field - 1) == 0)
        return TRUE;
      at = memchr (at, '\n', (gsize) (end - at));
      at = at != NULL ? at + 1 : NULL;
    }
  return FALSE;
}

/**
 * buoy_memory_learn_headers:
 * @memory: a memory
 * @account: the account that received the message, as the client names it
 * @bytes: a message as it came over the wire (RFC 5322); its header is enough
 * @context: (nullable): what the client knows about the reader
 *
 * Learns from a message how the account's servers write their trace fields. Only names and addresses of servers are
 * stored. Reads only the header, in the calling thread; any thread may call this.
 *
 * Returns: whether anything was learned
 *
 * Since: 0.2
 */
gboolean
buoy_memory_learn_headers (BuoyMemory *memory, const char *account, GBytes *bytes, BuoyContext *context)
{
  g_autoptr (GBytes) header = NULL;
  g_autoptr (BuoyMessage) message = NULL;
  BuoyHandOver hand_over;

  g_return_val_if_fail (memory != NULL && account != NULL && bytes != NULL, FALSE);

  header = take_header (bytes);
  if (!has_trace (header))
    return FALSE;
  message = buoy_message_new_from_bytes (header, NULL);
  if (message == NULL || !buoy_hand_over_read (message, context, &hand_over)
      || buoy_memory_is_of_future (hand_over.day * SECONDS_A_DAY))
    return FALSE;
  return buoy_memory_add_hand_over (memory, account, &hand_over);
}

static BuoySenderMemory *
find_sender (BuoyMemory *memory, const char *account, const BuoyMailbox *from)
{
  g_autoptr (BuoyLesson) sender = buoy_lesson_of_sender (from);
  g_autoptr (GPtrArray) keys = NULL;

  if (sender == NULL)
    return buoy_sender_memory_new ();
  keys = buoy_name_keys_of_others (from->name, sender->is_address ? NULL : from->domain);
  return buoy_memory_find_sender (memory, account, sender, keys);
}

/**
 * buoy_memory_recall:
 * @memory: a memory
 * @account: the account that received the message, as the client names it
 * @bytes: the message as it came over the wire; its header is enough
 * @context: (nullable): what the client knows about the reader; must not be changed afterwards
 *
 * Makes the context for analysing this message: @context, plus what the memory knows about the message's sender. Takes
 * a fraction of a millisecond in the calling thread; any thread may call this.
 *
 * Returns: (transfer full): the context
 *
 * Since: 0.2
 */
BuoyContext *
buoy_memory_recall (BuoyMemory *memory, const char *account, GBytes *bytes, BuoyContext *context)
{
  g_autoptr (BuoyContext) shared = NULL;
  g_autoptr (GBytes) header = NULL;
  g_autoptr (BuoyMessage) message = NULL;
  g_autoptr (BuoySenderMemory) sender = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL && bytes != NULL, NULL);

  shared = context != NULL ? buoy_context_ref (context) : buoy_context_new ();
  header = take_header (bytes);
  message = buoy_message_new_from_bytes (header, NULL);
  if (message == NULL || message->from->len == 0)
    return g_steal_pointer (&shared);
  sender = find_sender (memory, account, g_ptr_array_index (message->from, 0));
  return buoy_context_new_for_sender (shared, sender);
}
