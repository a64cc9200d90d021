/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "learn/buoy-learn.h"

#include <string.h>

#include "buoy-context-private.h"
#include "learn/learn-batches.h"
#include "memory/store/buoy-memory-private.h"
#include "verdict/buoy-header-bytes.h"
#include "verdict/buoy-judge.h"

#define SECONDS_A_DAY (24 * 60 * 60)

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

typedef struct
{
  BuoyMemory *memory;
  const char *account;
  BuoyContext *context;
  GCancellable *cancellable;
  guint n_learned;
} Lessons;

static void
learn_facts (Lessons *lessons, const GPtrArray *all, guint n_deletions)
{
  for (guint i = 0; i < all->len; i++)
    {
      const BuoyHandOver *hand_over = ((const BuoyHeaderFacts *) g_ptr_array_index (all, i))->hand_over;

      if (hand_over != NULL && !buoy_memory_is_of_future (hand_over->day * SECONDS_A_DAY))
        lessons->n_learned += buoy_memory_add_hand_over (lessons->memory, lessons->account, hand_over, n_deletions);
    }
}

/* Whoever deletes something does not wait until @headers are read: what they teach is dropped then. */
static gboolean
learn_headers (gpointer data, const GPtrArray *headers, GError **error)
{
  Lessons *lessons = data;
  const guint n_deletions = buoy_memory_count_deletions (lessons->memory); /* first, so that none is missed */
  g_autoptr (GPtrArray) facts = NULL;

  if (g_cancellable_set_error_if_cancelled (lessons->cancellable, error))
    return FALSE;
  facts = buoy_judge_read_headers (headers, lessons->context, lessons->cancellable, error);
  if (facts == NULL || g_cancellable_set_error_if_cancelled (lessons->cancellable, error))
    return FALSE;
  learn_facts (lessons, facts, n_deletions);
  return TRUE;
}

/*< private >
 * buoy_memory_learn_headers:
 * @memory: a memory
 * @account: the account that received the messages, as the client names it
 * @messages: (element-type GLib.Bytes): messages as they came over the wire (RFC 5322); their headers are enough
 * @context: (nullable): what the client knows about the reader
 * @cancellable: (nullable): a cancellable; nothing is learned after it was cancelled, nor after something was deleted
 *   from @memory meanwhile
 * @error: (nullable): return location; set if not all headers could be read, for a reason that is not in a message
 *
 * Learns from messages how the account's servers write their trace fields. Only names and addresses of servers are
 * stored. Only the headers are read, as messages are for a scan; it takes a few milliseconds for fifty. Blocks the
 * calling thread; any thread may call this. Errors as of buoy_scan().
 *
 * Returns: from how many messages something was learned, also if @error is set
 */
guint
buoy_memory_learn_headers (BuoyMemory *memory, const char *account, GPtrArray *messages, BuoyContext *context,
                           GCancellable *cancellable, GError **error)
{
  Lessons lessons = { memory, account, context, cancellable, 0 };

  g_return_val_if_fail (memory != NULL && account != NULL && messages != NULL, 0);

  buoy_learn_in_batches (messages, has_trace, learn_headers, &lessons, error);
  return lessons.n_learned;
}

/* Whose senders are asked about. */
typedef struct
{
  BuoyMemory *memory;
  char *account;
} Recall;

static void
recall_free (gpointer data)
{
  Recall *recall = data;

  buoy_memory_unref (recall->memory);
  g_free (recall->account);
  g_free (recall);
}

static BuoySenderMemory *
find_sender (gpointer data, const BuoyHeaderFacts *facts)
{
  const Recall *recall = data;

  if (facts->sender == NULL)
    return buoy_sender_memory_new ();
  return buoy_memory_find_sender (recall->memory, recall->account, facts->sender, facts->names);
}

/*< private >
 * buoy_memory_recall:
 * @memory: a memory
 * @account: the account that received the messages, as the client names it
 * @context: (nullable): what the client knows about the reader; must not be changed afterwards
 *
 * Makes a context for analysing messages: @context, plus what the memory knows about the sender of each of them. The
 * scan asks for that, in its own thread, which takes a fraction of a millisecond.
 *
 * Returns: (transfer full): the context
 */
BuoyContext *
buoy_memory_recall (BuoyMemory *memory, const char *account, BuoyContext *context)
{
  g_autoptr (BuoyContext) shared = NULL;
  Recall *recall;

  g_return_val_if_fail (memory != NULL && account != NULL, NULL);

  shared = context != NULL ? buoy_context_ref (context) : buoy_context_new ();
  recall = g_new (Recall, 1);
  *recall = (Recall){ buoy_memory_ref (memory), g_strdup (account) };
  return buoy_context_new_with_memory (shared, find_sender, recall, recall_free);
}
