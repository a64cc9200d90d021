/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * bellbuoy-worker: loads what judging a message needs, gives up its rights, and then forks a process for each message.
 * It has one thread, so that a fork is whole. Only core/worker runs it.
 */
#include "config.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "worker-private.h"
#include "worker/worker-packet.h"

#define FAILED 3 /* exit status */

/* The control socket, moved away from where libraries expect standard input. The three standard files lead nowhere. */
static int
take_control (void)
{
  const int control = fcntl (BUOY_WORKER_CONTROL_FD, F_DUPFD_CLOEXEC, 3);
  const int nowhere = open ("/dev/null", O_RDWR);

  if (control < 0 || nowhere < 0)
    return -1;
  for (int i = 0; i < 3; i++)
    if (dup2 (nowhere, i) < 0)
      return -1;
  if (nowhere > 2)
    close (nowhere);
  return control;
}

/* The kernel ends this process with the one that started it, which may have ended already. */
static gboolean
end_with (const char *parent)
{
  return prctl (PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid () == (pid_t) strtol (parent, NULL, 10);
}

/* Files that the mail client has left open are not ours. */
static void
close_others (int control)
{
  close_range (3, (unsigned) control - 1, 0);
  close_range ((unsigned) control + 1, ~0u, 0);
}

static gboolean
say_hello (int control, gboolean is_closed, guint landlock_abi)
{
  BuoyWorkerHello hello = { .protocol = BUOY_WORKER_PROTOCOL, .is_closed = is_closed, .landlock_abi = landlock_abi };

  g_strlcpy (hello.magic, BUOY_WORKER_MAGIC, sizeof hello.magic);
  g_strlcpy (hello.version, PACKAGE_VERSION, sizeof hello.version);
  return buoy_packet_send (control, &hello, sizeof hello, NULL, 0);
}

int
main (int argc, char **argv)
{
  guint landlock_abi = 0;
  gboolean is_closed;
  int control;

  if (argc < 2 || !end_with (argv[1]))
    return FAILED;
  setlocale (LC_ALL, "");
  control = take_control ();
  if (control < 0)
    return FAILED;
  if (control > 3)
    close_others (control);
  else
    close_range (4, ~0u, 0);
  worker_spare_prepare ();
  worker_judge_prepare ();
  is_closed = worker_wall_close (&landlock_abi);
  if (!say_hello (control, is_closed, landlock_abi) || !is_closed)
    _exit (FAILED);
  worker_heap_settle ();
  worker_serve (control);
  /* skip library cleanup: there is nothing to save */
  _exit (0);
}
