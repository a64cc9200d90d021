/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "children.h"

#include <stdlib.h>
#include <string.h>

#include "worker/buoy-worker.h"

#define LATER_US (30 * (gint64) G_USEC_PER_SEC) /* for what is fast, on a busy machine too */
#define TURN_US 1000

/* Process numbers of the children of @pid, as the kernel writes them; NULL where it does not tell. */
static char *
children_of (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%d/children", (int) pid, (int) pid);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_strstrip (text) : NULL;
}

pid_t
await_only_child (void)
{
  const gint64 end = g_get_monotonic_time () + LATER_US;
  g_autofree char *children = children_of (buoy_worker_get_pid ());

  while (children != NULL && (*children == '\0' || strchr (children, ' ') != NULL) && g_get_monotonic_time () < end)
    {
      g_usleep (TURN_US);
      g_free (children);
      children = children_of (buoy_worker_get_pid ());
    }
  g_assert_true (children == NULL || (*children != '\0' && strchr (children, ' ') == NULL));
  return children != NULL ? (pid_t) atoi (children) : 0;
}
