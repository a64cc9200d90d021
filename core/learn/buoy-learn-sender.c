/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Learns about senders from the verdicts on their messages.
 */
#include "config.h"

#include "learn/buoy-learn.h"

#include "memory/store/buoy-memory-private.h"
#include "verdict/buoy-header-bytes.h"
#include "verdict/buoy-scan.h"
#include "verdict/buoy-verdict-private.h"

static gboolean
learn (BuoyMemory *memory, const char *account, const BuoyVerdict *verdict, gboolean is_junk, guint n_deletions)
{
  BuoyLesson *lesson = verdict->lesson;

  if (lesson == NULL || buoy_memory_is_of_future (lesson->received_at))
    return FALSE;
  return buoy_memory_add_lesson (memory, account, lesson, is_junk, n_deletions);
}

/**
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
 *
 * Since: 0.2
 */
gboolean
buoy_memory_learn_verdict (BuoyMemory *memory, const char *account, BuoyVerdict *verdict)
{
  g_return_val_if_fail (memory != NULL && account != NULL && verdict != NULL, FALSE);

  return learn (memory, account, verdict, FALSE, buoy_memory_count_deletions (memory));
}

/**
 * buoy_memory_learn_sender:
 * @memory: a memory
 * @account: the account that received the message, as the client names it
 * @bytes: a message as it came over the wire; its header is enough
 * @context: (nullable): what the client knows about the reader, and the account's servers; must not be changed
 *   afterwards
 * @cancellable: (nullable): a cancellable; nothing is learned after it was cancelled, nor after something was deleted
 *   from @memory meanwhile
 * @error: (nullable): return location; set if the header could not be read
 *
 * Records what the header of a message shows about its sender, as buoy_memory_learn_verdict() does for a message that
 * was read completely: for a first look back at many. What the message says and links to stays unknown, so that nothing
 * is excused for it later. Only the header is read, which takes some milliseconds; any thread may call this. Errors as
 * of buoy_scan().
 *
 * Returns: %FALSE if there was nothing to learn, or if it could not be stored
 *
 * Since: 0.2
 */
gboolean
buoy_memory_learn_sender (BuoyMemory *memory, const char *account, GBytes *bytes, BuoyContext *context,
                          GCancellable *cancellable, GError **error)
{
  guint n_deletions;
  g_autoptr (GBytes) header = NULL;
  g_autoptr (BuoyContext) recalled = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;

  g_return_val_if_fail (memory != NULL && account != NULL && bytes != NULL, FALSE);

  n_deletions = buoy_memory_count_deletions (memory); /* first, so that none is missed */
  header = buoy_header_of (bytes);
  recalled = buoy_memory_recall (memory, account, context);
  verdict = buoy_scan (header, recalled, cancellable, error);
  if (verdict == NULL || verdict->lesson == NULL)
    return FALSE;
  verdict->lesson->is_header = TRUE; /* nobody else has seen this verdict */
  return learn (memory, account, verdict, FALSE, n_deletions);
}

/**
 * buoy_memory_unlearn_verdict:
 * @memory: a memory
 * @account: the account that received the message, as the client names it
 * @verdict: the verdict on it, or on its header alone
 *
 * Removes what was learned from a message that the reader marked as junk. If its sender was authenticated, a warning is
 * recorded for the sender instead.
 *
 * Returns: %FALSE if there was nothing to remove, or if the change could not be stored
 *
 * Since: 0.2
 */
gboolean
buoy_memory_unlearn_verdict (BuoyMemory *memory, const char *account, BuoyVerdict *verdict)
{
  g_return_val_if_fail (memory != NULL && account != NULL && verdict != NULL, FALSE);

  return learn (memory, account, verdict, TRUE, buoy_memory_count_deletions (memory));
}
