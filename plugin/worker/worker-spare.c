/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A child that is forked before its message is there, since forking takes as long as reading a small message. As every
 * child it gets one message, and gives up its rights before it reads the first byte.
 */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "worker-private.h"
#include "worker/worker-packet.h"

#define FAILED 3 /* exit status */

enum
{
  OURS,
  ITS
};

static int ends[2] = { -1, -1 };
static pid_t waiting; /* has no message; 0: there is none */
static pid_t called;  /* has not confirmed yet that it has its message; 0: there is none */
static pid_t killed;  /* may take the message of another one until it has ended; 0: there is none */
static gboolean fails;
static BuoyWorkerRequest kept_request; /* of the one that was called */
static int kept_files[BUOY_WORKER_WORK_FILES] = { -1, -1, -1 };

static void
forget_request (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept_files); i++)
    if (kept_files[i] >= 0)
      close (kept_files[i]);
  memset (kept_files, -1, sizeof kept_files);
}

/* Without file handles left, nothing is kept. Children keep only their own. */
static void
keep_request (const BuoyWorkerRequest *request, const int *files)
{
  kept_request = *request;
  for (guint i = 0; i < G_N_ELEMENTS (kept_files); i++)
    {
      kept_files[i] = files[i] >= 0 ? fcntl (files[i], F_DUPFD, 0) : -1;
      if (files[i] >= 0 && kept_files[i] < 0)
        {
          forget_request ();
          return;
        }
    }
}

void
worker_spare_prepare (void)
{
  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    ends[OURS] = ends[ITS] = -1; /* then each child is forked for its message */
}

/* It keeps nothing of the program's or of other messages meanwhile. */
G_NORETURN static void
wait_for_message (pid_t program)
{
  int files[BUOY_WORKER_WORK_FILES];
  const char confirmed = TRUE;
  BuoyWorkerRequest request;

  if (prctl (PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid () != program || dup2 (ends[ITS], WORKER_ANSWER_FD) < 0
      || close_range (WORKER_ANSWER_FD + 1, ~0u, 0) != 0
      || buoy_packet_receive (WORKER_ANSWER_FD, &request, sizeof request, files, G_N_ELEMENTS (files), 0)
             != sizeof request
      || send (WORKER_ANSWER_FD, &confirmed, 1, MSG_NOSIGNAL) != 1)
    _exit (FAILED);
  worker_child_run (&request, files, program);
}

/* What a child that has ended did not take, or has left. */
static void
empty_sockets (void)
{
  int files[BUOY_WORKER_WORK_FILES];
  BuoyWorkerRequest request;

  while (buoy_packet_receive (ends[ITS], &request, sizeof request, files, G_N_ELEMENTS (files), MSG_DONTWAIT) > 0)
    for (guint i = 0; i < G_N_ELEMENTS (files); i++)
      if (files[i] >= 0)
        close (files[i]);
  while (buoy_packet_receive (ends[OURS], &request, sizeof request, NULL, 0, MSG_DONTWAIT) > 0)
    ;
}

gboolean
worker_spare_is_missing (void)
{
  return ends[OURS] >= 0 && waiting == 0 && called == 0 && killed == 0 && !fails;
}

void
worker_spare_fork (void)
{
  const pid_t program = getpid ();
  pid_t pid;

  empty_sockets ();
  pid = fork ();
  if (pid == 0)
    wait_for_message (program);
  waiting = MAX (pid, 0);
  fails = pid < 0;
}

pid_t
worker_spare_call (const BuoyWorkerRequest *request, const int *files)
{
  const guint n_files = files[BUOY_WORKER_WORK_FILES - 1] >= 0 ? BUOY_WORKER_WORK_FILES : BUOY_WORKER_WORK_FILES - 1;

  fails = FALSE; /* it is tried again after each message */
  if (waiting == 0 || !buoy_packet_send (ends[OURS], request, sizeof *request, files, n_files))
    return 0;
  keep_request (request, files);
  called = waiting;
  waiting = 0;
  return called;
}

void
worker_spare_end (void)
{
  if (waiting == 0)
    return;
  kill (waiting, SIGKILL);
  killed = waiting;
  waiting = 0;
}

int
worker_spare_get_socket (void)
{
  return ends[OURS];
}

void
worker_spare_take_confirmation (void)
{
  char confirmed;

  if (buoy_packet_receive (ends[OURS], &confirmed, 1, NULL, 0, MSG_DONTWAIT) != 1)
    return;
  called = 0;
  forget_request ();
}

/* A child confirms before it looks at the message: nobody has seen it if there is no confirmation. */
gboolean
worker_spare_take_back (pid_t pid, BuoyWorkerRequest *request, int *files)
{
  worker_spare_take_confirmation ();
  if (pid != called || kept_files[0] < 0)
    return FALSE;
  *request = kept_request;
  memcpy (files, kept_files, sizeof kept_files);
  memset (kept_files, -1, sizeof kept_files);
  return TRUE;
}

void
worker_spare_note_end (pid_t pid)
{
  if (called == pid)
    forget_request ();
  waiting = waiting != pid ? waiting : 0;
  called = called != pid ? called : 0;
  killed = killed != pid ? killed : 0;
}
