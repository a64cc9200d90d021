/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Learns about senders from the verdicts on their messages.
 */
#include "config.h"

#include "learn/buoy-learn.h"

#include "learn/learn-batches.h"
#include "memory/store/buoy-memory-private.h"
#include "verdict/buoy-judge.h"
#include "verdict/buoy-verdict-private.h"

static gboolean
learn (BuoyMemory *memory, const char *account, const BuoyVerdict *verdict, gboolean is_junk, guint n_deletions)
{
  BuoyLesson *lesson = verdict->lesson;

  if (lesson == NULL || buoy_memory_is_of_future (lesson->received_at))
    return FALSE;
  return buoy_memory_add_lesson (memory, account, lesson, is_junk, n_deletions);
}

/*< private >
 * buoy_memory_learn_verdict:
 * @memory: a memory
 * @account: the account that received the message, as the client names it
 * @verdict: the verdict on it, or on its header alone; the last one, if there are several
 *
 * Records from a verdict that mail came from this sender, how it was authenticated, its display name, and those sites
 * where anyone can publish that its links open. If the message got a warning, only the warning is recorded, and only if
 * the sender was authenticated. Learning the same message again does not count it twice. Never call this for mail in
 * the junk or trash folder. The subject, text and Message-ID are not stored. Any thread may call this; it writes to a
 * file.
 *
 * Returns: %FALSE if there was nothing to learn, or if it could not be stored
 */
gboolean
buoy_memory_learn_verdict (BuoyMemory *memory, const char *account, BuoyVerdict *verdict)
{
  g_return_val_if_fail (memory != NULL && account != NULL && verdict != NULL, FALSE);

  return learn (memory, account, verdict, FALSE, buoy_memory_count_deletions (memory));
}

typedef struct
{
  BuoyMemory *memory;
  const char *account;
  BuoyContext *context; /* with the memory */
  GCancellable *cancellable;
  guint n_learned;
} Lessons;

static gboolean
learn_senders (gpointer data, const GPtrArray *headers, GError **error)
{
  Lessons *lessons = data;
  const guint n_deletions = buoy_memory_count_deletions (lessons->memory); /* first, so that none is missed */
  g_autoptr (GPtrArray) verdicts = NULL;

  if (g_cancellable_set_error_if_cancelled (lessons->cancellable, error))
    return FALSE;
  verdicts = buoy_judge_headers (headers, lessons->context, lessons->cancellable, error);
  if (verdicts == NULL || g_cancellable_set_error_if_cancelled (lessons->cancellable, error))
    return FALSE;
  for (guint i = 0; i < verdicts->len; i++)
    {
      BuoyVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (verdict == NULL || verdict->lesson == NULL)
        continue;
      verdict->lesson->is_header = TRUE; /* nobody else has seen this verdict */
      lessons->n_learned += learn (lessons->memory, lessons->account, verdict, FALSE, n_deletions);
    }
  return TRUE;
}

/*< private >
 * buoy_memory_learn_senders:
 * @memory: a memory
 * @account: the account that received the messages, as the client names it
 * @messages: (element-type GLib.Bytes): messages as they came over the wire; their headers are enough
 * @context: (nullable): what the client knows about the reader, and the account's servers; must not be changed
 *   afterwards
 * @cancellable: (nullable): a cancellable; nothing is learned after it was cancelled, nor after something was deleted
 *   from @memory meanwhile
 * @error: (nullable): return location; set if not all headers could be read, for a reason that is not in a message
 *
 * Records what the headers of messages show about their senders, as buoy_memory_learn_verdict() does for a message that
 * was read completely: for a first look back. What the messages say and link to stays unknown, so that nothing is
 * excused for it later. Only the headers are read, up to fifty at a time; what one of these teaches does not change how
 * the others are judged. That takes some hundredths of a second; any thread may call this. Errors as of buoy_scan().
 *
 * Returns: from how many messages something was learned, also if @error is set
 */
guint
buoy_memory_learn_senders (BuoyMemory *memory, const char *account, GPtrArray *messages, BuoyContext *context,
                           GCancellable *cancellable, GError **error)
{
  g_autoptr (BuoyContext) recalled = NULL;
  Lessons lessons = { memory, account, NULL, cancellable, 0 };

  g_return_val_if_fail (memory != NULL && account != NULL && messages != NULL, 0);

  lessons.context = recalled = buoy_memory_recall (memory, account, context);
  buoy_learn_in_batches (messages, NULL, learn_senders, &lessons, error);
  return lessons.n_learned;
}

/*< private >
 * buoy_memory_unlearn_verdict:
 * @memory: a memory
 * @account: the account that received the message, as the client names it
 * @verdict: the verdict on it, or on its header alone
 *
 * Removes what was learned from a message that the reader marked as junk. If its sender was authenticated, a warning is
 * recorded for the sender instead.
 *
 * Returns: %FALSE if there was nothing to remove, or if the change could not be stored
 */
gboolean
buoy_memory_unlearn_verdict (BuoyMemory *memory, const char *account, BuoyVerdict *verdict)
{
  g_return_val_if_fail (memory != NULL && account != NULL && verdict != NULL, FALSE);

  return learn (memory, account, verdict, TRUE, buoy_memory_count_deletions (memory));
}
