/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Landlock (Linux 5.13), as far as the kernel has it. Later kernels can forbid more; their constants are written out,
 * since the headers of the build may be older.
 */
#include "config.h"

#include "base/buoy-landlock.h"

#include <errno.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The rights on files by ABI version: all bits below. */
static const guint8 file_bits[] = { 0, 13, 14, 15, 15, 16 };

#define NET_RIGHTS 3 /* binding and connecting TCP ports; ABI 4 */
#define SCOPES 3     /* abstract sockets and signals to processes outside; ABI 6 */
#define NET_ABI 4
#define SCOPE_ABI 6

/* As of ABI 6; a kernel accepts a shorter one, and a longer one whose end is zero. */
typedef struct
{
  guint64 handled_access_fs;
  guint64 handled_access_net;
  guint64 scoped;
} Attributes;

static long
get_abi (void)
{
  return syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

int
buoy_landlock_close (void)
{
  const long abi = get_abi ();
  Attributes attributes = { 0 };
  long ruleset;
  long status;

  if (abi <= 0) /* not built, or switched off at boot */
    return 0;
  attributes.handled_access_fs = (1u << file_bits[MIN (abi, (long) G_N_ELEMENTS (file_bits) - 1)]) - 1;
  if (abi >= NET_ABI)
    attributes.handled_access_net = NET_RIGHTS;
  if (abi >= SCOPE_ABI)
    attributes.scoped = SCOPES;
  ruleset = syscall (SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (ruleset < 0)
    return -1;
  /* no rule is added: nothing is allowed */
  status = syscall (SYS_landlock_restrict_self, ruleset, 0);
  close ((int) ruleset);
  return status == 0 ? (int) abi : -1;
}
