/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "worker/worker-process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buoy-types.h"
#include "base/buoy-program.h"
#include "worker/worker-packet.h"
#include "worker/worker-protocol.h"

#define START_MS (30 * 1000) /* it takes 20 ms; on a very busy machine, seconds */
#define SEND_SECONDS 3       /* the program reads at once, unless it is stopped */

/* 0, or an error number. Output of the program goes nowhere: our own output may be a protocol. */
static int
spawn (const char *path, int input, pid_t *out_pid)
{
  g_autofree char *parent = g_strdup_printf ("%d", (int) getpid ());
  char *const arguments[] = { (char *) path, parent, NULL };
  /* whatever was loaded into the mail client is none of the program's; symbols that a child needs are looked up once,
   * not in each child
   */
  g_auto (GStrv) environment
      = g_environ_setenv (g_environ_unsetenv (g_get_environ (), "LD_PRELOAD"), "LD_BIND_NOW", "1", TRUE);
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t all, none;
  int why;

  sigfillset (&all);
  sigemptyset (&none);
  posix_spawn_file_actions_init (&files);
  posix_spawnattr_init (&attributes);
  posix_spawnattr_setflags (&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  posix_spawnattr_setsigdefault (&attributes, &all);
  posix_spawnattr_setsigmask (&attributes, &none);
  /* first, since it may stand in the place of one of the others */
  posix_spawn_file_actions_adddup2 (&files, input, BUOY_WORKER_CONTROL_FD);
  posix_spawn_file_actions_addopen (&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen (&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  why = posix_spawn (out_pid, path, &files, &attributes, arguments, environment);
  posix_spawnattr_destroy (&attributes);
  posix_spawn_file_actions_destroy (&files);
  return why;
}

static void
set_spawn_error (GError **error, const char *path, int why)
{
  const gboolean is_missing = why == ENOENT || why == EACCES || why == ENOEXEC || why == ENOTDIR;

  g_set_error (error, BUOY_ERROR, is_missing ? BUOY_ERROR_NO_WORKER : BUOY_ERROR_NO_RESOURCES, "%s: %s", path,
               g_strerror (why));
}

/* Two ends, of which the other one is inherited. A program that does not read must not block us. */
static gboolean
make_sockets (int ends[2], GError **error)
{
  const struct timeval patience = { .tv_sec = SEND_SECONDS };

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, BUOY_ERROR, BUOY_ERROR_NO_RESOURCES, "socketpair: %s", g_strerror (errno));
      return FALSE;
    }
  setsockopt (ends[0], SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  return TRUE;
}

static gboolean
launch (BuoyWorkerProcess *process, GError **error)
{
  g_autofree char *path = buoy_program_find ("BELLBUOY_WORKER", "plugin/worker/bellbuoy-worker", BUOY_WORKER_PROGRAM);
  int ends[2];
  int why;

  if (!make_sockets (ends, error))
    return FALSE;
  why = spawn (path, ends[1], &process->pid);
  close (ends[1]);
  if (why == 0)
    {
      process->control = ends[0];
      return TRUE;
    }
  close (ends[0]);
  set_spawn_error (error, path, why);
  return FALSE;
}

static gboolean
is_ours (const BuoyWorkerHello *hello, ssize_t size)
{
  return size == sizeof *hello && memcmp (hello->magic, BUOY_WORKER_MAGIC, sizeof hello->magic) == 0
         && strncmp (hello->version, PACKAGE_VERSION, sizeof hello->version) == 0
         && hello->protocol == BUOY_WORKER_PROTOCOL;
}

/* Whether @input can be read within @ms of the last signal: this process has its own, from other children too. */
static gboolean
await_input (struct pollfd *input, int ms)
{
  int n;

  do
    n = poll (input, 1, ms);
  while (n < 0 && errno == EINTR);
  return n > 0;
}

static gboolean
await_hello (BuoyWorkerProcess *process, GError **error)
{
  struct pollfd input = { .fd = process->control, .events = POLLIN };
  BuoyWorkerHello hello = { 0 };
  ssize_t size;

  if (!await_input (&input, START_MS))
    {
      g_set_error (error, BUOY_ERROR, BUOY_ERROR_NO_WORKER, "the program says nothing");
      return FALSE;
    }
  size = buoy_packet_receive (process->control, &hello, sizeof hello, NULL, 0, MSG_DONTWAIT);
  if (size <= 0)
    g_set_error (error, BUOY_ERROR, BUOY_ERROR_NO_WORKER, "the program ended at once");
  else if (!is_ours (&hello, size))
    g_set_error (error, BUOY_ERROR, BUOY_ERROR_OTHER_VERSION, "the program is of another version");
  else if (!hello.is_closed)
    g_set_error (error, BUOY_ERROR, BUOY_ERROR_NO_SANDBOX, "the program could not give up its rights");
  process->landlock_abi = hello.landlock_abi;
  return size > 0 && is_ours (&hello, size) && hello.is_closed;
}

gboolean
buoy_worker_process_start (BuoyWorkerProcess *process, GError **error)
{
  if (!launch (process, error))
    return FALSE;
  if (await_hello (process, error))
    return TRUE;
  buoy_worker_process_end (process);
  return FALSE;
}

void
buoy_worker_process_end (BuoyWorkerProcess *process)
{
  close (process->control);
  kill (process->pid, SIGKILL);
  while (waitpid (process->pid, NULL, 0) < 0 && errno == EINTR)
    ;
  *process = (BuoyWorkerProcess){ .control = -1 };
}
