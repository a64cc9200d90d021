/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a process can do that a picture has taken over, and the program that forks it: each attempt in a process of its
 * own, with the filters of the real program.
 */
#include "config.h"

#include <errno.h>
#include <glib.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "qr/qr-private.h"

enum
{
  REFUSED = 10, /* exit status; a sanitizer has others */
  ALLOWED,
  NOT_CLOSED
};

/* Filters go by the number of a call: they refuse it whatever it is given, apart from what maps memory. */
static const struct
{
  const char *name;
  long number;
  gboolean is_deadly;
  gboolean is_of_program; /* which may do it */
} calls[] = {
  { "open", SYS_openat, FALSE, FALSE },
  { "open-again", SYS_openat2, FALSE, FALSE },
  { "open-handle", SYS_open_by_handle_at, FALSE, FALSE },
  { "unlink", SYS_unlinkat, FALSE, FALSE },
  { "rename", SYS_renameat2, FALSE, FALSE },
  { "memory-file", SYS_memfd_create, FALSE, FALSE },
  { "socket", SYS_socket, FALSE, FALSE },
  { "connect", SYS_connect, FALSE, FALSE },
  { "send-rights", SYS_sendmsg, FALSE, FALSE },
  { "pipe", SYS_pipe2, FALSE, FALSE },
  { "receive", SYS_recvmsg, FALSE, TRUE },
  { "thread", SYS_clone3, FALSE, FALSE },
  { "exec", SYS_execve, TRUE, FALSE },
  { "exec-at", SYS_execveat, TRUE, FALSE },
  { "map-executable", SYS_mmap, FALSE, FALSE },
  { "make-executable", SYS_mprotect, FALSE, FALSE },
  { "ptrace", SYS_ptrace, TRUE, FALSE },
  { "read-memory", SYS_process_vm_readv, TRUE, FALSE },
  { "write-memory", SYS_process_vm_writev, TRUE, FALSE },
  { "kill", SYS_kill, FALSE, FALSE },
  { "signal-thread", SYS_tgkill, FALSE, FALSE },
  { "take-file", SYS_pidfd_getfd, FALSE, FALSE },
  { "shared-segment", SYS_shmget, FALSE, FALSE },
  { "uring", SYS_io_uring_setup, FALSE, FALSE },
  { "bpf", SYS_bpf, FALSE, FALSE },
  { "perf", SYS_perf_event_open, FALSE, FALSE },
  { "page-faults", SYS_userfaultfd, FALSE, FALSE },
  { "key", SYS_add_key, FALSE, FALSE },
  { "control", SYS_ioctl, FALSE, FALSE },
  { "unshare", SYS_unshare, FALSE, FALSE },
  { "mount", SYS_mount, FALSE, FALSE },
  { "seccomp", SYS_seccomp, FALSE, TRUE },
};

static int
try (long number)
{
  return syscall (number, 0, 0, PROT_EXEC, 0, 0, 0) < 0 && errno == EPERM ? REFUSED : ALLOWED;
}

/* In another process, isolated as the program or as one of its children: its status of waitpid(). */
static int
run (long number, gboolean is_child)
{
  const pid_t pid = fork ();
  int status = 0;

  if (pid == 0)
    {
      gpointer sandbox = qr_sandbox_limit () ? qr_sandbox_new () : NULL;

      if (sandbox == NULL || !qr_sandbox_close_program () || (is_child && !qr_sandbox_close (sandbox)))
        _exit (NOT_CLOSED);
      _exit (try (number));
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

static void
assert_refused (guint i, gboolean is_child)
{
  const int status = run (calls[i].number, is_child);

  g_test_message ("%s: %x", calls[i].name, (guint) status);
  if (calls[i].is_deadly)
    g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGSYS);
  else
    g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == REFUSED);
}

static void
test_child (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    assert_refused (i, TRUE);
}

static void
test_program (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (!calls[i].is_of_program)
      assert_refused (i, FALSE);
}

/* The tables above prove nothing if nothing is allowed. */
static void
test_allowed (void)
{
  const int status = run (SYS_getpid, TRUE);

  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == ALLOWED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/allowed", test_allowed);
  g_test_add_func ("/sandbox/child", test_child);
  g_test_add_func ("/sandbox/program", test_program);
  return g_test_run ();
}
