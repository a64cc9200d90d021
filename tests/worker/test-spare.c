/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The child that waits for the next message.
 */
#include "config.h"

#include <signal.h>

#include "children.h"
#include "worker/buoy-worker.h"

#define TURN_US 1000

static void
assert_good (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("good", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = buoy_worker_ask (0, bytes, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (answer, bytes));
}

/* Skips the test if it cannot be seen. */
static gboolean
has_spare (void)
{
  assert_good ();
  if (await_only_child () != 0)
    return TRUE;
  g_test_skip ("the kernel does not list children");
  return FALSE;
}

/* A child that ends before it has a message costs none; another one takes its place, and waits. */
static void
test_spare (void)
{
  pid_t last = 0;

  if (!has_spare ())
    return;
  for (guint i = 0; i < 20; i++)
    {
      const pid_t waiting = await_only_child ();

      g_assert_cmpint (waiting, !=, last);
      last = waiting;
      if (i % 2 == 0)
        assert_good ();
      else
        kill (waiting, SIGKILL);
      while (await_only_child () == waiting)
        g_usleep (TURN_US);
    }
  assert_good ();
}

static gpointer
ask (gpointer unused)
{
  assert_good ();
  return NULL;
}

/* One that is killed after it was given a message, and before it has looked at it, does not cost that message its
 * answer. Stopped, it looks at none; if it is killed before there is one, a new child gets it.
 */
static void
test_not_taken (void)
{
  if (!has_spare ())
    return;
  for (guint i = 0; i < 10; i++)
    {
      const pid_t waiting = await_only_child ();
      GThread *thread;

      kill (waiting, SIGSTOP);
      thread = g_thread_new ("reader", ask, NULL);
      g_usleep (TURN_US * i * i);
      kill (waiting, SIGKILL);
      g_thread_join (thread);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spare/replaced", test_spare);
  g_test_add_func ("/spare/not-taken", test_not_taken);
  return g_test_run ();
}
