/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the process may do while it reads untrusted pictures: almost nothing.
 */
#include "config.h"

#include "qr/qr-private.h"

#include <errno.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

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

static gboolean
allow_calls (scmp_filter_ctx filter)
{
  /* clang-format off */
  static const int calls[] = {
    SCMP_SYS (read),         SCMP_SYS (write),       SCMP_SYS (close),
    SCMP_SYS (fstat),        SCMP_SYS (lseek),       SCMP_SYS (munmap),
    SCMP_SYS (mremap),       SCMP_SYS (brk),         SCMP_SYS (madvise),
    SCMP_SYS (futex),        SCMP_SYS (exit),        SCMP_SYS (exit_group),
    SCMP_SYS (getrandom),    SCMP_SYS (getpid),      SCMP_SYS (clock_gettime),
    SCMP_SYS (gettimeofday), SCMP_SYS (sched_yield), SCMP_SYS (rt_sigreturn),
    SCMP_SYS (sigaltstack),
  };
  /* clang-format on */

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0) != 0)
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

/* Denied calls fail instead of killing the process, so that libraries can do without optional tables. */
gpointer
qr_sandbox_new (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));

  if (filter != NULL && allow_calls (filter) && allow_memory (filter))
    return filter;
  if (filter != NULL)
    seccomp_release (filter);
  return NULL;
}

gboolean
qr_sandbox_close (gpointer sandbox)
{
  return limit (RLIMIT_CPU, MAX_CPU_SECONDS) && seccomp_load (sandbox) == 0;
}
