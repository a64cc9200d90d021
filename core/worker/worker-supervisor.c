/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A thread starts the program, notices its end, and lets it go when nobody needs it. It lives as long as this process,
 * since the kernel ends the program with the thread that started it. The program has the priority of that thread, which
 * has the one of the thread that created it.
 */
#include "config.h"

#include "worker/worker-supervisor.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "buoy-types.h"
#include "worker/buoy-worker.h"
#include "worker/worker-contexts.h"
#include "worker/worker-packet.h"
#include "worker/worker-process.h"
#include "worker/worker-protocol.h"
#include "worker/worker-restart.h"

#define IDLE_US (10 * 60 * (gint64) G_USEC_PER_SEC)   /* then the program is ended; starting takes 20 ms */
#define LONGEST_WAIT_US (2 * (gint64) G_USEC_PER_SEC) /* of a reader, for another start; beyond, it is an error */
#define TURN_US (10 * 1000)                           /* how long to wait before checking for cancellation */

static GMutex lock; /* for everything below */
static GCond changed;
static GThread *thread;
static int wake = -1; /* an eventfd that the thread waits for */
static BuoyWorkerProcess process = { .control = -1 };
static BuoyWorkerContexts contexts;
static BuoyRestart restart;
static guint generation; /* counts the starts, those that failed too */
static guint n_working;
static gint64 last_used;
static gboolean is_wanted;
static gboolean is_given_up; /* the process is to be killed */
static GError *trouble;      /* why the last start failed; NULL */
static BuoyWorkerDeathFunc on_death;

static void
wake_thread (void)
{
  const guint64 one = 1;

  if (write (wake, &one, sizeof one) < 0)
    g_debug ("eventfd: %s", g_strerror (errno));
}

/* With the lock, which is released while the program starts. */
static void
start (void)
{
  BuoyWorkerProcess started = { .control = -1 };
  g_autoptr (GError) error = NULL;

  g_mutex_unlock (&lock);
  buoy_worker_process_start (&started, &error);
  g_mutex_lock (&lock);
  generation++;
  is_wanted = FALSE;
  is_given_up = FALSE;
  process = started;
  last_used = g_get_monotonic_time ();
  g_clear_error (&trouble);
  trouble = g_steal_pointer (&error);
  buoy_worker_contexts_clear (&contexts);
  g_cond_broadcast (&changed);
}

/* With the lock. Whoever waits for an answer sees that its socket is closed. */
static void
end (void)
{
  BuoyWorkerProcess ended = process;

  process = (BuoyWorkerProcess){ .control = -1 };
  is_given_up = FALSE;
  g_mutex_unlock (&lock);
  buoy_worker_process_end (&ended);
  g_mutex_lock (&lock);
}

/* With the lock. */
static void
end_by_death (void)
{
  BuoyWorkerDeathFunc tell = on_death;
  gboolean is_stopped;

  buoy_restart_note_death (&restart, g_get_monotonic_time ());
  is_stopped = restart.is_stopped;
  end ();
  if (tell == NULL)
    return;
  g_mutex_unlock (&lock);
  tell (is_stopped);
  g_mutex_lock (&lock);
}

static int
to_ms (gint64 us)
{
  return us > 0 ? (int) ((us + 999) / 1000) : 0;
}

/* With the lock: how long there is nothing to do; -1: until something happens. */
static int
get_patience (gint64 now)
{
  if (process.control >= 0)
    return n_working > 0 ? -1 : to_ms (last_used + IDLE_US - now);
  if (is_wanted && !restart.is_stopped)
    return to_ms (buoy_restart_get_time (&restart, now) - now);
  return -1;
}

/* With the lock; whether the program has closed its end: it never sends anything after the first packet. */
static gboolean
wait_for_events (void)
{
  struct pollfd fds[] = { { .fd = wake, .events = POLLIN }, { .fd = process.control, .events = POLLIN } };
  const int patience = get_patience (g_get_monotonic_time ());
  guint64 count;

  g_mutex_unlock (&lock);
  poll (fds, G_N_ELEMENTS (fds), patience);
  if (fds[0].revents != 0 && read (wake, &count, sizeof count) < 0)
    g_debug ("eventfd: %s", g_strerror (errno));
  g_mutex_lock (&lock);
  return fds[1].revents != 0;
}

static gpointer
supervise (gpointer data)
{
  g_mutex_lock (&lock);
  for (;;)
    {
      const gboolean has_ended = wait_for_events ();
      const gint64 now = g_get_monotonic_time ();

      if (process.control >= 0 && (has_ended || is_given_up))
        end_by_death ();
      else if (process.control >= 0 && n_working == 0 && now - last_used >= IDLE_US)
        end ();
      else if (process.control < 0 && is_wanted && now >= buoy_restart_get_time (&restart, now))
        start ();
    }
  return NULL;
}

/* With the lock. */
static gboolean
begin (GError **error)
{
  if (thread != NULL)
    return TRUE;
  if (wake < 0)
    wake = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (wake >= 0)
    thread = g_thread_try_new ("bellbuoy-worker", supervise, NULL, NULL);
  if (thread == NULL)
    g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES, "no thread or no file is left");
  return thread != NULL;
}

/* With the lock: whether it may be started soon. */
static gboolean
may_start (GError **error)
{
  const gint64 now = g_get_monotonic_time ();
  const gint64 time = buoy_restart_get_time (&restart, now);

  if (restart.is_stopped)
    g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_STOPPED, "the program ended too often");
  else if (time - now > LONGEST_WAIT_US)
    g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_NO_WORKER, "the program ended, and is not started again yet");
  else
    return TRUE;
  return FALSE;
}

/* With the lock: waits until the program runs. */
static gboolean
ensure (GCancellable *cancellable, GError **error)
{
  const guint before = generation;

  while (process.control < 0 || is_given_up)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !begin (error) || !may_start (error))
        return FALSE;
      if (generation != before && trouble != NULL)
        {
          g_propagate_error (error, g_error_copy (trouble));
          return FALSE;
        }
      if (!is_wanted)
        {
          is_wanted = TRUE;
          wake_thread ();
        }
      g_cond_wait_until (&changed, &lock, g_get_monotonic_time () + TURN_US);
    }
  return TRUE;
}

/* With the lock. */
static gboolean
send_request (const BuoyWorkerRequest *request, int answer, int message, int more)
{
  const int files[] = { answer, message, more };

  return buoy_packet_send (process.control, request, sizeof *request, files, more >= 0 ? 3 : 2);
}

/* With the lock. */
static gboolean
send_all (BuoyWorkerRequest *request, int answer, int message, int more, const BuoyWorkerContext *context)
{
  request->slot = BUOY_WORKER_NO_CONTEXT;
  if (context != NULL && !buoy_worker_contexts_send (&contexts, process.control, context, &request->slot))
    return FALSE;
  return send_request (request, answer, message, more);
}

gboolean
buoy_worker_is_shortage (int why)
{
  return why == EMFILE || why == ENFILE || why == ENOMEM || why == ENOBUFS || why == ETOOMANYREFS;
}

/* With the lock. The program may have ended a moment ago: then there is one more attempt, if it may be started. */
static gboolean
deliver (BuoyWorkerRequest *request, int answer, int message, int more, const BuoyWorkerContext *context,
         GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      if (!ensure (cancellable, error))
        return FALSE;
      if (send_all (request, answer, message, more, context))
        return TRUE;
      if (buoy_worker_is_shortage (errno))
        {
          g_set_error (error, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES, "request: %s", g_strerror (errno));
          return FALSE;
        }
      is_given_up = TRUE;
      wake_thread ();
    }
  g_set_error_literal (error, BUOY_ERROR, BUOY_ERROR_NO_WORKER, "the program does not take the message");
  return FALSE;
}

int
buoy_worker_send (guint task, int message, gsize size, int more, gsize more_size, const BuoyWorkerContext *context,
                  GCancellable *cancellable, guint *out_generation, GError **error)
{
  BuoyWorkerRequest request = {
    .order = BUOY_WORKER_RUN, .task = task, .size = size, .more_size = more_size, .nice = getpriority (PRIO_PROCESS, 0)
  };
  gboolean sent;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES, "socketpair: %s", g_strerror (errno));
      return -1;
    }
  g_mutex_lock (&lock);
  sent = deliver (&request, ends[1], message, more, context, cancellable, error);
  n_working += sent;
  last_used = g_get_monotonic_time ();
  *out_generation = generation;
  g_mutex_unlock (&lock);
  close (ends[1]);
  if (sent)
    return ends[0];
  close (ends[0]);
  return -1;
}

void
buoy_worker_release (void)
{
  g_mutex_lock (&lock);
  last_used = g_get_monotonic_time ();
  n_working--;
  if (n_working == 0)
    wake_thread ();
  g_mutex_unlock (&lock);
}

void
buoy_worker_give_up (guint of_generation)
{
  g_mutex_lock (&lock);
  if (process.control >= 0 && generation == of_generation)
    {
      is_given_up = TRUE;
      wake_thread ();
    }
  g_mutex_unlock (&lock);
}

void
buoy_worker_set_death_func (BuoyWorkerDeathFunc func)
{
  g_mutex_lock (&lock);
  on_death = func;
  begin (NULL); /* if there is no room for a thread, the first message will tell */
  g_mutex_unlock (&lock);
}

BuoyWorkerState
buoy_worker_get_state (guint *out_landlock_abi)
{
  BuoyWorkerState state = BUOY_WORKER_IDLE;

  g_mutex_lock (&lock);
  if (restart.is_stopped)
    state = BUOY_WORKER_STOPPED;
  else if (process.control >= 0)
    state = BUOY_WORKER_RUNNING;
  *out_landlock_abi = process.landlock_abi;
  g_mutex_unlock (&lock);
  return state;
}

pid_t
buoy_worker_get_pid (void)
{
  pid_t pid;

  g_mutex_lock (&lock);
  pid = process.control >= 0 ? process.pid : 0;
  g_mutex_unlock (&lock);
  return pid;
}
