/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The caller reads only a few messages ahead of the threads, and fewer large ones, so that memory use is limited.
 */
#include "config.h"

#include "cli-jobs.h"

#define WAITING_PER_THREAD 8                         /* one slow message delays printing the others */
#define MAX_WAITING_BYTES ((gsize) 64 * 1024 * 1024) /* a larger one waits alone */

typedef struct
{
  gpointer job;
  gsize size;
  gboolean is_ready; /* guarded by the mutex */
} Entry;

struct _CliJobs
{
  GThreadPool *pool; /* NULL if everything runs in the caller's thread */
  CliJobFunc work;
  CliJobFunc done;
  gpointer data;
  guint max_waiting;
  GMutex mutex;
  GCond ready;
  GQueue entries; /* not done yet, oldest first */
  gsize n_bytes;  /* of @entries */
};

static void
run_entry (gpointer data, gpointer user_data)
{
  Entry *entry = data;
  CliJobs *jobs = user_data;

  jobs->work (entry->job, jobs->data);
  g_mutex_lock (&jobs->mutex);
  entry->is_ready = TRUE;
  g_cond_signal (&jobs->ready);
  g_mutex_unlock (&jobs->mutex);
}

CliJobs *
cli_jobs_new (guint n_threads, CliJobFunc work, CliJobFunc done, gpointer data)
{
  CliJobs *jobs = g_new0 (CliJobs, 1);

  jobs->work = work;
  jobs->done = done;
  jobs->data = data;
  jobs->max_waiting = n_threads * WAITING_PER_THREAD;
  g_mutex_init (&jobs->mutex);
  g_cond_init (&jobs->ready);
  g_queue_init (&jobs->entries);
  if (n_threads > 1)
    jobs->pool = g_thread_pool_new (run_entry, jobs, (int) n_threads, FALSE, NULL);
  return jobs;
}

static gboolean
is_ready (CliJobs *jobs, const Entry *entry)
{
  gboolean ready;

  g_mutex_lock (&jobs->mutex);
  ready = entry->is_ready;
  g_mutex_unlock (&jobs->mutex);
  return ready;
}

static void
await (CliJobs *jobs, const Entry *entry)
{
  g_mutex_lock (&jobs->mutex);
  while (!entry->is_ready)
    g_cond_wait (&jobs->ready, &jobs->mutex);
  g_mutex_unlock (&jobs->mutex);
}

/* Takes the oldest result. */
static void
take_result (CliJobs *jobs)
{
  Entry *entry = g_queue_pop_head (&jobs->entries);

  await (jobs, entry);
  jobs->done (entry->job, jobs->data);
  jobs->n_bytes -= entry->size;
  g_free (entry);
}

static gboolean
has_room (const CliJobs *jobs, gsize size)
{
  return jobs->entries.length < jobs->max_waiting && (jobs->n_bytes == 0 || jobs->n_bytes + size <= MAX_WAITING_BYTES);
}

void
cli_jobs_add (CliJobs *jobs, gpointer job, gsize size)
{
  Entry *entry;

  if (jobs->pool == NULL)
    {
      jobs->work (job, jobs->data);
      jobs->done (job, jobs->data);
      return;
    }
  while (!g_queue_is_empty (&jobs->entries)
         && (!has_room (jobs, size) || is_ready (jobs, g_queue_peek_head (&jobs->entries))))
    take_result (jobs);
  entry = g_new0 (Entry, 1);
  *entry = (Entry){ .job = job, .size = size };
  g_queue_push_tail (&jobs->entries, entry);
  jobs->n_bytes += size;
  g_thread_pool_push (jobs->pool, entry, NULL);
}

void
cli_jobs_finish (CliJobs *jobs)
{
  while (!g_queue_is_empty (&jobs->entries))
    take_result (jobs);
  if (jobs->pool != NULL)
    g_thread_pool_free (jobs->pool, FALSE, TRUE);
  g_mutex_clear (&jobs->mutex);
  g_cond_clear (&jobs->ready);
  g_free (jobs);
}
