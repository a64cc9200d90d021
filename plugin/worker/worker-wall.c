/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the program and its children may do. There are two filters of system calls: that of the program, which forks
 * and kills children, and that of a child, which computes and writes. Whatever is not listed fails with EPERM, so that
 * libraries can do without it; what only an attacker tries ends the process.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/buoy-landlock.h"
#include "worker-private.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

#define MAX_FILES 512 /* three for each child, and some in passing */

#ifndef BUOY_WORKER_CPU_SECONDS /* tests wait less */
#ifdef __SANITIZE_ADDRESS__
#define BUOY_WORKER_CPU_SECONDS 30 /* it is several times slower */
#else
#define BUOY_WORKER_CPU_SECONDS 3 /* for one message; the budget (buoy-budget.h) ends before */
#endif
#endif

#define MAP_KIND (0x0f | MAP_GROWSDOWN) /* MAP_TYPE: private or shared; and a stack */

/* clang-format off */
/* Computing, memory, and writing the answer. */
static const int child_calls[] = {
  SCMP_SYS (writev),        SCMP_SYS (close),
  SCMP_SYS (munmap),        SCMP_SYS (mremap),       SCMP_SYS (brk),
  SCMP_SYS (madvise),       SCMP_SYS (futex),        SCMP_SYS (exit),
  SCMP_SYS (exit_group),    SCMP_SYS (getrandom),    SCMP_SYS (clock_gettime),
  SCMP_SYS (gettimeofday),  SCMP_SYS (sched_yield),  SCMP_SYS (getpid),
  SCMP_SYS (gettid),        SCMP_SYS (restart_syscall),
#ifdef __SANITIZE_ADDRESS__ /* its report of an error */
  SCMP_SYS (sigaltstack),   SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),  SCMP_SYS (read),         SCMP_SYS (getuid),
#endif
};

/* What the program needs besides: children, their sockets, and to shut them in. */
static const int program_calls[] = {
  SCMP_SYS (recvmsg),       SCMP_SYS (sendmsg),      SCMP_SYS (sendto),
  SCMP_SYS (ppoll),         SCMP_SYS (wait4),        SCMP_SYS (getppid),
  SCMP_SYS (dup2),          SCMP_SYS (dup3),         SCMP_SYS (close_range),
  SCMP_SYS (rt_sigaction),  SCMP_SYS (rt_sigprocmask), SCMP_SYS (rt_sigreturn),
  SCMP_SYS (set_robust_list), SCMP_SYS (setrlimit),
  SCMP_SYS (fstat),
};

/* This program calls none of these. */
static const int deadly_calls[] = {
  SCMP_SYS (execve),        SCMP_SYS (execveat),     SCMP_SYS (ptrace),
  SCMP_SYS (process_vm_readv), SCMP_SYS (process_vm_writev),
};
/* clang-format on */

static struct sock_fprog child_filter;

static gboolean
add_calls (scmp_filter_ctx filter, const int *calls, guint n_calls, guint32 action)
{
  for (guint i = 0; i < n_calls; i++)
    if (seccomp_rule_add (filter, action, calls[i], 0) != 0)
      return FALSE;
  return TRUE;
}

/* Memory that is neither executable, shared, nor a stack: only private memory is counted by its limit (RLIMIT_DATA). */
static gboolean
add_memory (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 2, SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
                           SCMP_A3 (SCMP_CMP_MASKED_EQ, MAP_KIND, MAP_PRIVATE))
             == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                              SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
                == 0;
}

/* The reply to its question, and nothing of another file: messages are mapped. */
static gboolean
add_reading (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (read), 1, SCMP_A0 (SCMP_CMP_EQ, WORKER_ANSWER_FD)) == 0;
}

/* The library would take an empty packet for the end of the program; writev() sends none. */
static gboolean
add_writing (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (write), 1, SCMP_A2 (SCMP_CMP_NE, 0)) == 0;
}

/* A process, not a thread; a signal that kills; its own limits, priority, filter and end. */
static gboolean
add_children (scmp_filter_ctx filter)
{
  const guint64 fork_flags = CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID | SIGCHLD;

  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1, SCMP_A0 (SCMP_CMP_EQ, fork_flags)) == 0
         /* of an open file, as fstat() asks for it */
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (newfstatat), 1, SCMP_A3 (SCMP_CMP_EQ, AT_EMPTY_PATH))
                == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (kill), 1, SCMP_A1 (SCMP_CMP_EQ, SIGKILL)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1, SCMP_A0 (SCMP_CMP_EQ, 0)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (setpriority), 2, SCMP_A0 (SCMP_CMP_EQ, PRIO_PROCESS),
                              SCMP_A1 (SCMP_CMP_EQ, 0))
                == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (fcntl), 1, SCMP_A1 (SCMP_CMP_EQ, F_DUPFD)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1, SCMP_A0 (SCMP_CMP_EQ, PR_SET_PDEATHSIG)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1, SCMP_A0 (SCMP_CMP_EQ, PR_SET_SECCOMP)) == 0;
}

/* (nullable) */
static scmp_filter_ctx
filter_new (gboolean is_program)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean done;

  if (filter == NULL)
    return NULL;
  done = add_calls (filter, child_calls, G_N_ELEMENTS (child_calls), SCMP_ACT_ALLOW) && add_memory (filter)
         && add_reading (filter) && add_writing (filter)
         && add_calls (filter, deadly_calls, G_N_ELEMENTS (deadly_calls), SCMP_ACT_KILL_PROCESS);
  if (done && is_program)
    done = add_calls (filter, program_calls, G_N_ELEMENTS (program_calls), SCMP_ACT_ALLOW) && add_children (filter);
  if (done)
    return filter;
  seccomp_release (filter);
  return NULL;
}

/* The code of @filter, which takes longer to make than to load: it is made once for all children. */
static gboolean
export_filter (scmp_filter_ctx filter, struct sock_fprog *out_code)
{
  const int file = memfd_create ("filter", MFD_CLOEXEC);
  gsize size;
  gboolean done;

  if (file < 0)
    return FALSE;
  done = seccomp_export_bpf (filter, file) == 0;
  size = done ? (gsize) lseek (file, 0, SEEK_END) : 0;
  out_code->filter = g_malloc (size + 1);
  out_code->len = (unsigned short) (size / sizeof (struct sock_filter));
  done = done && size > 0 && pread (file, out_code->filter, size, 0) == (ssize_t) size;
  close (file);
  return done;
}

static gboolean
prepare_child_filter (void)
{
  scmp_filter_ctx filter = filter_new (FALSE);
  const gboolean done = filter != NULL && export_filter (filter, &child_filter);

  if (filter != NULL)
    seccomp_release (filter);
  return done;
}

static gboolean
load_program_filter (void)
{
  scmp_filter_ctx filter = filter_new (TRUE);
  const gboolean done = filter != NULL && seccomp_load (filter) == 0;

  if (filter != NULL)
    seccomp_release (filter);
  return done;
}

/* Nobody may raise what the mail client had. */
static gboolean
limit (int resource, rlim_t soft, rlim_t hard)
{
  struct rlimit both;

  if (getrlimit (resource, &both) != 0)
    return FALSE;
  both.rlim_max = MIN (both.rlim_max, hard);
  both.rlim_cur = MIN (both.rlim_max, soft);
  return setrlimit (resource, &both) == 0;
}

gboolean
worker_wall_close (guint *out_landlock_abi)
{
  int abi;

  /* the filter first: it is written to a file in memory */
  if (!prepare_child_filter () || !limit (RLIMIT_CORE, 0, 0) || !limit (RLIMIT_FSIZE, 0, 0)
      || !limit (RLIMIT_NOFILE, MAX_FILES, MAX_FILES) || prctl (PR_SET_DUMPABLE, 0) != 0
      || prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return FALSE;
  abi = buoy_landlock_close ();
  *out_landlock_abi = abi > 0 ? (guint) abi : 0;
  return abi >= 0 && load_program_filter ();
}

gboolean
worker_wall_close_child (void)
{
#ifndef __SANITIZE_ADDRESS__ /* AddressSanitizer maps terabytes */
  if (!limit (RLIMIT_DATA, BUOY_WORKER_MEMORY_BYTES, BUOY_WORKER_MEMORY_BYTES))
    return FALSE;
#endif
  /* the first limit sends SIGXCPU, the second kills */
  return limit (RLIMIT_CPU, BUOY_WORKER_CPU_SECONDS, BUOY_WORKER_CPU_SECONDS + 1)
         && prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &child_filter, 0, 0) == 0;
}
