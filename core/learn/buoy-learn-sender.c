/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What judged messages teach about their senders.
 */
#include "config.h"

#include "learn/buoy-learn.h"

#include "memory/store/buoy-memory-private.h"
#include "verdict/buoy-verdict-private.h"

static gboolean
learn (BuoyMemory *memory, const char *account, const BuoyVerdict *verdict, gboolean is_junk)
{
  BuoyLesson *lesson = verdict->lesson;

  if (lesson == NULL || buoy_memory_is_of_future (lesson->received_at))
    return FALSE;
  return buoy_memory_add_lesson (memory, account, lesson, is_junk);
}

/**
 * buoy_memory_learn_verdict:
 * @memory: a memory
 * @account: the account that received the message, as the client names it
 * @verdict: the verdict on it, or on its header alone; the last one, if there are several
 *
 * Learns from a judged message about its sender: that mail came from there, how it was authenticated, under which name,
 * and which sites it leads to. A message that was warned of teaches only that, and only if it is proven to be from
 * there. The same message may be learned again: it is not counted twice. Never call it for mail in the folders for junk
 * and deleted mail. Neither subject, text nor id of the message is kept. Any thread may call it; it writes a file.
 *
 * Returns: %FALSE if the message taught nothing, or if that could not be kept
 *
 * Since: 0.2
 */
gboolean
buoy_memory_learn_verdict (BuoyMemory *memory, const char *account, BuoyVerdict *verdict)
{
  g_return_val_if_fail (memory != NULL && account != NULL && verdict != NULL, FALSE);

  return learn (memory, account, verdict, FALSE);
}

/**
 * buoy_memory_unlearn_verdict:
 * @memory: a memory
 * @account: the account that received the message, as the client names it
 * @verdict: the verdict on it, or on its header alone
 *
 * Takes back what a message taught, since the reader calls it junk. Its sender counts as one that was warned of from
 * now on, if the message is proven to be from there.
 *
 * Returns: %FALSE if there was nothing to take back, or if that could not be kept
 *
 * Since: 0.2
 */
gboolean
buoy_memory_unlearn_verdict (BuoyMemory *memory, const char *account, BuoyVerdict *verdict)
{
  g_return_val_if_fail (memory != NULL && account != NULL && verdict != NULL, FALSE);

  return learn (memory, account, verdict, TRUE);
}
