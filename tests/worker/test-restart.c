/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * When the worker program is started again.
 */
#include "config.h"

#include "worker/worker-restart.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

static void
test_waits (void)
{
  static const struct
  {
    gint64 death;    /* seconds */
    gint64 earliest; /* of the next start; -1: never */
  } cases[] = { { 100, 100 }, { 101, 102 }, { 103, 113 }, { 120, 180 }, { 200, -1 }, { 100000, -1 } };
  BuoyRestart restart = { 0 };

  g_assert_cmpint (buoy_restart_get_time (&restart, 50 * SECOND), ==, 50 * SECOND);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gint64 now = cases[i].death * SECOND;

      buoy_restart_note_death (&restart, now);
      g_assert_cmpint (buoy_restart_get_time (&restart, now), ==,
                       cases[i].earliest < 0 ? G_MAXINT64 : cases[i].earliest * SECOND);
    }
  g_assert_true (restart.is_stopped);
}

/* What happens now and then is no reason to stop. */
static void
test_rare (void)
{
  BuoyRestart restart = { 0 };

  for (guint i = 1; i < 100; i++)
    {
      const gint64 now = i * 200 * SECOND;

      buoy_restart_note_death (&restart, now);
      g_assert_false (restart.is_stopped);
    }
  g_assert_cmpint (buoy_restart_get_time (&restart, 1000000 * SECOND), ==, 1000000 * SECOND);
  g_assert_cmpuint (restart.n_deaths, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restart/waits", test_waits);
  g_test_add_func ("/restart/rare", test_rare);
  return g_test_run ();
}
