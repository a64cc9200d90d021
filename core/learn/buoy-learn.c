/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "learn/buoy-learn.h"

#include <string.h>

#include "buoy-context-private.h"
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

/* Messages that are learned from together. */
typedef struct
{
  BuoyMemory *memory;
  const char *account;
  BuoyContext *context;
  GCancellable *cancellable;
  GPtrArray *headers; /* of GBytes */
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

/* Whether it may be one of the messages that made reading all of them fail. */
static gboolean
is_of_message (const GError *error)
{
  return g_error_matches (error, BUOY_ERROR, BUOY_ERROR_CRASHED)
         || g_error_matches (error, BUOY_ERROR, BUOY_ERROR_TIMED_OUT)
         || g_error_matches (error, BUOY_ERROR, BUOY_ERROR_TOO_COMPLEX);
}

/* Whoever deletes something does not wait until @headers are read: what they teach is dropped then. */
static gboolean
learn_headers (Lessons *lessons, const GPtrArray *headers, GError **error)
{
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

/* One after the other. Those that cannot be read are left out. */
static gboolean
learn_each (Lessons *lessons, GError **error)
{
  for (guint i = 0; i < lessons->headers->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (GError) why = NULL;

      g_ptr_array_add (one, g_ptr_array_index (lessons->headers, i));
      if (learn_headers (lessons, one, &why) || is_of_message (why))
        continue;
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  return TRUE;
}

/* Learns from the headers that were collected, and drops them. */
static gboolean
learn_collected (Lessons *lessons, GError **error)
{
  g_autoptr (GError) why = NULL;
  gboolean done = lessons->headers->len == 0 || learn_headers (lessons, lessons->headers, &why);

  if (!done && is_of_message (why))
    done = learn_each (lessons, error);
  else if (!done)
    g_propagate_error (error, g_steal_pointer (&why));
  g_ptr_array_set_size (lessons->headers, 0);
  return done;
}

/**
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
 *
 * Since: 0.2
 */
guint
buoy_memory_learn_headers (BuoyMemory *memory, const char *account, GPtrArray *messages, BuoyContext *context,
                           GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Lessons lessons = { memory, account, context, cancellable, headers, 0 };
  gboolean goes_on = TRUE;

  g_return_val_if_fail (memory != NULL && account != NULL && messages != NULL, 0);

  for (guint i = 0; i < messages->len && goes_on; i++)
    {
      g_autoptr (GBytes) header = buoy_header_of (g_ptr_array_index (messages, i));

      if (has_trace (header))
        g_ptr_array_add (headers, g_steal_pointer (&header));
      if (headers->len == BUOY_MAX_HEADERS_AT_A_TIME)
        goes_on = learn_collected (&lessons, error);
    }
  if (goes_on)
    learn_collected (&lessons, error);
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

/**
 * buoy_memory_recall:
 * @memory: a memory
 * @account: the account that received the messages, as the client names it
 * @context: (nullable): what the client knows about the reader; must not be changed afterwards
 *
 * Makes a context for analysing messages: @context, plus what the memory knows about the sender of each of them. The
 * scan asks for that, in its own thread, which takes a fraction of a millisecond.
 *
 * Returns: (transfer full): the context
 *
 * Since: 0.2
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
