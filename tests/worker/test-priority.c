/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who waits for a message has it read with his own priority: a look back at old messages does not hold up the one that
 * the reader has just opened, nor does it lower the priority of all that follow.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "worker/buoy-worker.h"

#define LOWEST 19
#define LATER_US (30 * (gint64) G_USEC_PER_SEC) /* for what is fast, on a busy machine too */
#define TURN_US 1000

typedef struct
{
  int nice;
  GCancellable *cancellable;
} Reader;

static gpointer
read_message (gpointer data)
{
  const Reader *reader = data;
  g_autofree char *words = g_strdup_printf ("sleep %d", reader->nice);
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (GError) error = NULL;

  if (reader->nice != 0)
    g_assert_cmpint (setpriority (PRIO_PROCESS, 0, reader->nice), ==, 0);
  g_assert_null (buoy_worker_ask (0, bytes, NULL, NULL, reader->cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return NULL;
}

/* The only process that reads a message; 0 if there is none yet. */
static pid_t
find_child (void)
{
  const int program = (int) buoy_worker_get_pid ();
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%d/children", program, program);
  g_autofree char *children = NULL;

  return program != 0 && g_file_get_contents (path, &children, NULL, NULL) ? (pid_t) atoi (children) : 0;
}

/* It begins with the one of the program. */
static gboolean
gets_priority (int nice)
{
  const gint64 end = g_get_monotonic_time () + LATER_US;

  while (g_get_monotonic_time () < end)
    {
      const pid_t child = find_child ();

      if (child != 0 && getpriority (PRIO_PROCESS, (id_t) child) == nice)
        return TRUE;
      g_usleep (TURN_US);
    }
  return FALSE;
}

static void
assert_read_with (int nice)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Reader reader = { nice, cancellable };
  GThread *thread = g_thread_new ("reader", read_message, &reader);

  g_assert_true (gets_priority (nice));
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
}

static void
on_death (gboolean is_stopped)
{
}

static void
test_priorities (void)
{
  const int own = getpriority (PRIO_PROCESS, 0);

  if (own > 0)
    {
      g_test_skip ("the test runs with a low priority itself");
      return;
    }
  buoy_worker_set_death_func (on_death);
  assert_read_with (LOWEST);
  g_assert_cmpint (getpriority (PRIO_PROCESS, (id_t) buoy_worker_get_pid ()), ==, own);
  assert_read_with (own);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/priority/threads", test_priorities);
  return g_test_run ();
}
