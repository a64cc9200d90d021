/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What messages taught is written in one transaction, so that clients don't overwrite each other's rows. Between
 * buoy_memory_begin() and buoy_memory_commit() it is only queued: nobody waits while mail is read.
 */
#include "config.h"

#include "memory/store/buoy-memory-private.h"

static gboolean
write_queue (BuoyMemory *memory)
{
  return buoy_database_run (memory->db, "BEGIN IMMEDIATE") && buoy_memory_write_ledgers (memory)
         && buoy_memory_write_lessons (memory) && buoy_database_run (memory->db, "COMMIT");
}

void
buoy_memory_drop_queue (BuoyMemory *memory)
{
  g_array_set_size (memory->queue, 0);
  g_array_set_size (memory->lessons, 0);
  g_string_chunk_clear (memory->strings);
}

gboolean
buoy_memory_flush (BuoyMemory *memory)
{
  gboolean done = memory->queue->len == 0 && memory->lessons->len == 0;

  if (memory->n_begun > 0)
    return TRUE;

  if (memory->db != NULL && !done)
    {
      done = write_queue (memory);
      if (!done)
        buoy_memory_mend (memory);
    }
  buoy_memory_drop_queue (memory);
  return done;
}

/*< private >
 * buoy_memory_begin:
 * @memory: a memory
 *
 * Keeps what is learned from now on in the process, until buoy_memory_commit(): for many messages at once.
 */
void
buoy_memory_begin (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_if_fail (memory != NULL);

  locker = g_mutex_locker_new (&memory->mutex);
  memory->n_begun++;
}

/*< private >
 * buoy_memory_commit:
 * @memory: a memory
 *
 * Writes what was learned since buoy_memory_begin(), all or nothing.
 *
 * Returns: %FALSE if it could not be kept
 */
gboolean
buoy_memory_commit (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_val_if_fail (memory != NULL && memory->n_begun > 0, FALSE);

  locker = g_mutex_locker_new (&memory->mutex);
  memory->n_begun--;
  return buoy_memory_flush (memory);
}

static BuoyHandOverLine
copy_line (GStringChunk *strings, const BuoyHandOverLine *line)
{
  return (BuoyHandOverLine){
    .by = line->by != NULL ? g_string_chunk_insert_const (strings, line->by) : NULL,
    .peer = line->peer != NULL ? g_string_chunk_insert_const (strings, line->peer) : NULL,
    .helo = line->helo != NULL ? g_string_chunk_insert_const (strings, line->helo) : NULL,
    .results = line->results != NULL ? g_string_chunk_insert_const (strings, line->results) : NULL,
  };
}

guint
buoy_memory_count_deletions (BuoyMemory *memory)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->mutex);

  return memory->n_deletions;
}

gboolean
buoy_memory_add_hand_over (BuoyMemory *memory, const char *account, const BuoyHandOver *hand_over, guint n_deletions)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->mutex);
  BuoyQueuedHandOver queued;

  if (memory->db == NULL || memory->n_deletions != n_deletions)
    return FALSE;
  queued = (BuoyQueuedHandOver){
    .account = g_string_chunk_insert_const (memory->strings, account),
    .hand_over = {
      .day = hand_over->day,
      .outer = copy_line (memory->strings, &hand_over->outer),
      .inner = copy_line (memory->strings, &hand_over->inner),
    },
  };
  g_array_append_val (memory->queue, queued);
  return buoy_memory_flush (memory);
}

gboolean
buoy_memory_add_lesson (BuoyMemory *memory, const char *account, BuoyLesson *lesson, gboolean is_junk,
                        guint n_deletions)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&memory->mutex);
  BuoyQueuedLesson queued;

  if (memory->db == NULL || memory->n_deletions != n_deletions)
    return FALSE;
  queued = (BuoyQueuedLesson){
    .account = g_strdup (account),
    .lesson = buoy_lesson_ref (lesson),
    .is_junk = is_junk,
  };
  g_array_append_val (memory->lessons, queued);
  return buoy_memory_flush (memory);
}
