/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/buoy-budget.h"

#include <time.h>

static void
test_refuses_past_the_end (void)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);

  g_assert_true (buoy_budget_spend (budget, BUOY_MAX_READING_STEPS - 1));
  g_assert_true (buoy_budget_spend (budget, 1));
  g_assert_false (buoy_budget_is_spent (budget));
  g_assert_false (buoy_budget_spend (budget, 1));
  g_assert_true (buoy_budget_is_spent (budget));
  g_assert_cmpuint (buoy_budget_get_n_steps (budget), ==, BUOY_MAX_READING_STEPS);
}

static void
test_stays_refused (void)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);

  g_assert_false (buoy_budget_spend (budget, G_MAXSIZE));
  g_assert_false (buoy_budget_spend (budget, 0));
  g_assert_cmpuint (buoy_budget_get_n_steps (budget), ==, 0);
}

static void
test_judging_has_its_own (void)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);

  g_assert_false (buoy_budget_spend (budget, G_MAXSIZE));
  buoy_budget_begin_judging (budget);
  g_assert_false (buoy_budget_is_spent (budget));
  g_assert_true (buoy_budget_spend (budget, BUOY_MAX_JUDGING_STEPS));
  g_assert_false (buoy_budget_spend (budget, 1));
}

static void
test_keeps_what_fits (void)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);

  g_assert_true (buoy_budget_keep (budget, BUOY_MAX_KEPT_BYTES - 1));
  g_assert_false (buoy_budget_keep (budget, 2));
  g_assert_true (buoy_budget_keep (budget, 1));
  g_assert_false (buoy_budget_keep (budget, G_MAXSIZE));
  g_assert_true (buoy_budget_spend (budget, 1));
}

static void
test_is_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);

  g_assert_true (buoy_budget_spend (budget, 1));
  g_cancellable_cancel (cancellable);
  g_assert_false (buoy_budget_spend (budget, 1));
  buoy_budget_begin_judging (budget);
  g_assert_false (buoy_budget_spend (budget, 1));
}

#define WAIT_US 20000
#define LONG_US (1000 * G_USEC_PER_SEC)
#define STEPS_OF_LOOK 1000000 /* between two readings of the clocks */

static gpointer
burn (gpointer data)
{
  const clock_t end = clock () + 2 * WAIT_US * (CLOCKS_PER_SEC / G_USEC_PER_SEC);

  while (clock () < end)
    ;
  return data;
}

/* Waiting for a busy machine takes no CPU time, work does; the work of other threads does not count. */
static void
test_counts_own_time (void)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);

  buoy_budget_set_deadlines (budget, 0, LONG_US);
  burn (NULL);
  g_assert_false (buoy_budget_spend (budget, STEPS_OF_LOOK) && buoy_budget_spend (budget, 1));
  g_clear_pointer (&budget, buoy_budget_unref);

  budget = buoy_budget_new (NULL);
  buoy_budget_set_deadlines (budget, WAIT_US, LONG_US);
  g_usleep (2 * WAIT_US);
  g_thread_join (g_thread_new ("burn", burn, NULL));
  g_assert_true (buoy_budget_spend (budget, STEPS_OF_LOOK));
  g_assert_true (buoy_budget_spend (budget, 1));
}

static void
test_ends_after_all (void)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);

  buoy_budget_set_deadlines (budget, LONG_US, 0);
  g_usleep (WAIT_US);
  g_assert_true (buoy_budget_spend (budget, STEPS_OF_LOOK));
  g_assert_false (buoy_budget_spend (budget, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget/refuses-past-the-end", test_refuses_past_the_end);
  g_test_add_func ("/budget/stays-refused", test_stays_refused);
  g_test_add_func ("/budget/judging-has-its-own", test_judging_has_its_own);
  g_test_add_func ("/budget/keeps-what-fits", test_keeps_what_fits);
  g_test_add_func ("/budget/is-cancelled", test_is_cancelled);
  g_test_add_func ("/budget/counts-own-time", test_counts_own_time);
  g_test_add_func ("/budget/ends-after-all", test_ends_after_all);
  return g_test_run ();
}
