/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Serves requests, each in a child. The library sees a child's death by a packet that is sent here, and ends a child by
 * closing its end of the answer socket, whatever the child does.
 */
#include "config.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "worker-private.h"
#include "worker/worker-packet.h"

#define MAX_CHILDREN 128 /* at a time; the command line has 64 threads at most */

typedef struct
{
  pid_t pid;
  int answer; /* the child's end of its socket, kept open until its death has been reported */
  char tag;   /* of the packet with @status */
  int status; /* of waitpid() */
  gboolean killed;
  gboolean ended; /* @status is still to be sent, unless the library has its answer and closed the socket */
} Child;

static Child children[MAX_CHILDREN];
static guint n_children;

static void
remove_child (guint i)
{
  close (children[i].answer);
  children[i] = children[--n_children];
}

static Child *
find_running (pid_t pid)
{
  for (guint i = 0; i < n_children; i++)
    if (children[i].pid == pid && !children[i].ended)
      return &children[i];
  return NULL;
}

/* Forks another child for the request of one that ended before it looked at the message: killed, for example, when the
 * machine was short of memory. FALSE if it did look at it.
 */
static gboolean
run_again (Child *child)
{
  const pid_t program = getpid ();
  int files[BUOY_WORKER_WORK_FILES];
  BuoyWorkerRequest request;
  pid_t pid;

  if (!worker_spare_take_back (child->pid, &request, files))
    return FALSE;
  pid = child->killed ? -1 : fork ();
  if (pid == 0)
    worker_child_run (&request, files, program);
  if (pid < 0)
    child->tag = BUOY_WORKER_NO_FORK;
  else
    child->pid = pid;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (files[i] >= 0)
      close (files[i]);
  return pid > 0;
}

static void
note_end (pid_t pid, int status)
{
  Child *child = find_running (pid);

  if (child != NULL && !run_again (child))
    {
      child->ended = TRUE;
      child->status = status;
    }
  worker_spare_note_end (pid);
}

static void
reap (void)
{
  pid_t pid;
  int status;

  while ((pid = waitpid (-1, &status, WNOHANG)) > 0)
    note_end (pid, status);
}

static void
send_status (int answer, char tag, int status)
{
  char packet[1 + sizeof status];

  *packet = tag;
  memcpy (packet + 1, &status, sizeof status);
  if (send (answer, packet, sizeof packet, MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
    g_debug ("answer: %s", g_strerror (errno));
}

/* @events: what poll() says about the answer socket. */
static void
attend (guint i, short events)
{
  Child *child = &children[i];

  if (child->ended && (events & (POLLOUT | POLLHUP | POLLERR)) != 0)
    {
      send_status (child->answer, child->tag, child->status);
      remove_child (i);
    }
  else if (!child->ended && (events & (POLLRDHUP | POLLHUP | POLLERR)) != 0)
    child->killed = kill (child->pid, SIGKILL) == 0;
}

static void
run_in_child (const BuoyWorkerRequest *request, const int *files)
{
  const pid_t program = getpid ();
  pid_t pid = worker_spare_call (request, files);

  if (pid == 0)
    {
      pid = fork ();
      if (pid == 0)
        worker_child_run (request, files, program);
    }
  if (pid > 0)
    {
      children[n_children++] = (Child){ .pid = pid, .answer = files[0], .tag = BUOY_WORKER_DIED };
      return;
    }
  send_status (files[0], BUOY_WORKER_NO_FORK, errno);
  close (files[0]);
}

/* Which of @files belongs to which block list. FALSE if one got lost on the way: nothing may be judged without it. */
static gboolean
sort_lists (const BuoyWorkerRequest *request, const int *files, int *lists)
{
  guint next = 1;

  for (guint i = 0; i < request->n_lists; i++)
    {
      const gboolean has_file = (request->lists >> i & 1) != 0;

      lists[i] = has_file ? files[next++] : -1;
      if (has_file && lists[i] < 0)
        return FALSE;
    }
  return TRUE;
}

/* FALSE if it cannot be read: no message may be judged with the one that was there before. */
static gboolean
set_context (const BuoyWorkerRequest *request, const int *files)
{
  gpointer data;
  g_autoptr (GBytes) bytes = NULL;
  int lists[BUOY_WORKER_MAX_LISTS];

  if (files[0] < 0 || request->slot >= BUOY_WORKER_N_CONTEXTS || request->size == 0
      || request->n_lists > BUOY_WORKER_MAX_LISTS)
    return FALSE;
  data = mmap (NULL, request->size, PROT_READ, MAP_PRIVATE, files[0], 0);
  if (data == MAP_FAILED)
    return FALSE;
  bytes = g_bytes_new (data, request->size);
  munmap (data, request->size);
  if (!sort_lists (request, files, lists))
    return FALSE;
  worker_spare_end ();
  worker_judge_set_context (request->slot, bytes, lists, request->n_lists);
  return TRUE;
}

static void
close_files (const int *files, guint first)
{
  for (guint i = first; i < BUOY_WORKER_MAX_FILES; i++)
    if (files[i] >= 0)
      close (files[i]);
}

/* FALSE if the library has closed its end, or nothing can be made of what it sends. */
static gboolean
take_request (int control)
{
  int files[BUOY_WORKER_MAX_FILES];
  BuoyWorkerRequest request;
  gboolean is_known;
  const ssize_t size
      = buoy_packet_receive (control, &request, sizeof request, files, BUOY_WORKER_MAX_FILES, MSG_DONTWAIT);

  if (size < 0 && errno == EAGAIN)
    return TRUE;
  if (size != sizeof request)
    return FALSE;
  if (request.order == BUOY_WORKER_RUN && files[1] >= 0)
    {
      run_in_child (&request, files);
      close_files (files, 1);
      return TRUE;
    }
  is_known = request.order == BUOY_WORKER_SET_CONTEXT && set_context (&request, files);
  close_files (files, 0);
  return is_known;
}

enum
{
  FROM_LIBRARY,
  FROM_SPARE,
  FIRST_CHILD
};

static guint
fill_fds (struct pollfd *fds, int control)
{
  fds[FROM_LIBRARY] = (struct pollfd){ .fd = n_children < MAX_CHILDREN ? control : -1, .events = POLLIN };
  fds[FROM_SPARE] = (struct pollfd){ .fd = worker_spare_get_socket (), .events = POLLIN };
  for (guint i = 0; i < n_children; i++)
    {
      const Child *child = &children[i];

      /* one that is killed is waited for; its socket would say again and again that it is closed */
      fds[FIRST_CHILD + i] = (struct pollfd){ .fd = child->killed && !child->ended ? -1 : child->answer,
                                              .events = child->ended ? POLLOUT : POLLRDHUP };
    }
  return FIRST_CHILD + n_children;
}

static void
on_child_signal (int number)
{
}

/* Waits for something to happen, and prepares for the next message if nothing does. FALSE if nothing did. */
static gboolean
wait_for_events (struct pollfd *fds, guint n, const sigset_t *mask)
{
  const struct timespec now = { 0 };

  if (worker_spare_is_missing ())
    {
      const int ready = ppoll (fds, n, &now, mask);

      if (ready != 0)
        return ready > 0;
      worker_spare_fork ();
    }
  return ppoll (fds, n, NULL, mask) > 0;
}

static void
attend_all (const struct pollfd *fds, guint n)
{
  if (fds[FROM_SPARE].revents != 0)
    worker_spare_take_confirmation ();
  /* from the end, since the last one takes the place of one that is removed */
  for (guint i = n; i > FIRST_CHILD; i--)
    attend (i - 1 - FIRST_CHILD, fds[i - 1].revents);
}

void
worker_serve (int control)
{
  const struct sigaction action = { .sa_handler = on_child_signal };
  struct pollfd fds[FIRST_CHILD + MAX_CHILDREN];
  sigset_t blocked, waiting;

  sigemptyset (&waiting);
  sigemptyset (&blocked);
  sigaddset (&blocked, SIGCHLD);
  sigprocmask (SIG_BLOCK, &blocked, NULL); /* only while ppoll() waits */
  sigaction (SIGCHLD, &action, NULL);
  for (;;)
    {
      const guint n = fill_fds (fds, control);

      if (wait_for_events (fds, n, &waiting))
        attend_all (fds, n);
      else
        fds[FROM_LIBRARY].revents = 0;
      reap ();
      if (fds[FROM_LIBRARY].revents != 0 && !take_request (control))
        return;
    }
}
