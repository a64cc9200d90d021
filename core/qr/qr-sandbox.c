/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the processes may do: the one that reads an untrusted picture, almost nothing; the program that forks it, that
 * and what it needs to serve. Whatever is not listed fails with EPERM; what only an attacker tries ends the process.
 */
#include "config.h"

#include "qr/qr-private.h"

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "base/buoy-landlock.h"

#define MAX_MEMORY_BYTES (150u * 1024 * 1024) /* the largest picture that is decoded takes 130 */
#define MAX_CPU_SECONDS 1                     /* for one picture; a photograph takes a tenth */
#define MAX_FILES 16                          /* loaders, tables, and those of a request */

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

static gboolean
limit (int resource, rlim_t value)
{
  const struct rlimit both = { .rlim_cur = value, .rlim_max = value };

  return setrlimit (resource, &both) == 0;
}

gboolean
qr_sandbox_limit (void)
{
#ifndef __SANITIZE_ADDRESS__ /* AddressSanitizer maps terabytes */
  if (!limit (RLIMIT_AS, MAX_MEMORY_BYTES))
    return FALSE;
#endif
  return limit (RLIMIT_CORE, 0) && limit (RLIMIT_FSIZE, 0) && limit (RLIMIT_NOFILE, MAX_FILES)
         && prctl (PR_SET_DUMPABLE, 0) == 0;
}

/* clang-format off */
/* Computing, memory, and writing the answer. */
static const int child_calls[] = {
  SCMP_SYS (read),         SCMP_SYS (write),       SCMP_SYS (close),
  SCMP_SYS (fstat),        SCMP_SYS (lseek),       SCMP_SYS (munmap),
  SCMP_SYS (mremap),       SCMP_SYS (brk),         SCMP_SYS (madvise),
  SCMP_SYS (futex),        SCMP_SYS (exit),        SCMP_SYS (exit_group),
  SCMP_SYS (getrandom),    SCMP_SYS (getpid),      SCMP_SYS (clock_gettime),
  SCMP_SYS (gettimeofday), SCMP_SYS (sched_yield), SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack),
};

/* What the program needs besides: requests, children, and to shut them in. */
static const int program_calls[] = {
  SCMP_SYS (recvmsg),      SCMP_SYS (recvfrom),    SCMP_SYS (poll),
  SCMP_SYS (ppoll),        SCMP_SYS (shutdown),    SCMP_SYS (fcntl),
  SCMP_SYS (gettid),       SCMP_SYS (set_robust_list), SCMP_SYS (rseq),
  SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask), SCMP_SYS (setrlimit),
  SCMP_SYS (seccomp),
};

/* This program calls none of these. */
static const int deadly_calls[] = {
  SCMP_SYS (execve),       SCMP_SYS (execveat),    SCMP_SYS (ptrace),
  SCMP_SYS (process_vm_readv), SCMP_SYS (process_vm_writev),
};
/* clang-format on */

static gboolean
add_calls (scmp_filter_ctx filter, const int *calls, guint n_calls, guint32 action)
{
  for (guint i = 0; i < n_calls; i++)
    if (seccomp_rule_add (filter, action, calls[i], 0) != 0)
      return FALSE;
  return TRUE;
}

/* Memory, but not executable. */
static gboolean
allow_memory (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                              SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
                == 0;
}

/* A process, not a thread; its own limits and filter. */
static gboolean
allow_children (scmp_filter_ctx filter)
{
  const guint64 fork_flags = CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID | SIGCHLD;

  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1, SCMP_A0 (SCMP_CMP_EQ, fork_flags)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 1, SCMP_A0 (SCMP_CMP_EQ, 0)) == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1, SCMP_A0 (SCMP_CMP_EQ, PR_SET_NO_NEW_PRIVS))
                == 0
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1, SCMP_A0 (SCMP_CMP_EQ, PR_SET_SECCOMP)) == 0;
}

/* NULL if that fails. */
static scmp_filter_ctx
filter_new (gboolean is_program)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean done;

  if (filter == NULL)
    return NULL;
  done = add_calls (filter, child_calls, G_N_ELEMENTS (child_calls), SCMP_ACT_ALLOW) && allow_memory (filter)
         && add_calls (filter, deadly_calls, G_N_ELEMENTS (deadly_calls), SCMP_ACT_KILL_PROCESS);
  if (done && is_program)
    done = add_calls (filter, program_calls, G_N_ELEMENTS (program_calls), SCMP_ACT_ALLOW) && allow_children (filter);
  if (done)
    return filter;
  seccomp_release (filter);
  return NULL;
}

gpointer
qr_sandbox_new (void)
{
  return filter_new (FALSE);
}

gboolean
qr_sandbox_close_program (void)
{
  scmp_filter_ctx filter = filter_new (TRUE);
  const gboolean done = filter != NULL && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && buoy_landlock_close () >= 0
                        && seccomp_load (filter) == 0;

  if (filter != NULL)
    seccomp_release (filter);
  return done;
}

gboolean
qr_sandbox_close (gpointer sandbox)
{
  return limit (RLIMIT_CPU, MAX_CPU_SECONDS) && seccomp_load (sandbox) == 0;
}
