/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The work budget of one message.
 */
#include "config.h"

#include "base/buoy-budget.h"

#include <time.h>

#define STEPS_A_LOOK (1000 * 1000) /* between two readings of the clocks, 5 ms; a reading costs a hundred */

/* Code under a sanitizer takes up to thirty times as long. */
#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || __has_feature(address_sanitizer) \
    || __has_feature(thread_sanitizer)
#define TIMES_SLOWER 30
#else
#define TIMES_SLOWER 1
#endif

struct _BuoyBudget
{
  gatomicrefcount ref_count;
  GCancellable *cancellable;
  gint64 wall_end_us;   /* monotonic clock */
  gint64 thread_end_us; /* CPU time of @thread */
  GThread *thread;      /* the one that used the budget last; only compared */
  guint64 n_steps;      /* spent, in both phases */
  guint64 max_steps;    /* the limit of n_steps in this phase */
  guint64 next_look;    /* when to read the clock again, in steps */
  guint64 largest;      /* the most steps that were spent at once */
  gsize n_kept_bytes;
  gboolean is_spent;
};

/* The CPU time that the calling thread has used. */
static gint64
get_thread_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

void
buoy_budget_set_deadlines (BuoyBudget *budget, gint64 thread_us, gint64 wall_us)
{
  budget->thread = g_thread_self ();
  budget->thread_end_us = get_thread_us () + TIMES_SLOWER * thread_us;
  budget->wall_end_us = g_get_monotonic_time () + TIMES_SLOWER * wall_us;
}

BuoyBudget *
buoy_budget_new (GCancellable *cancellable)
{
  BuoyBudget *budget = g_new0 (BuoyBudget, 1);

  g_atomic_ref_count_init (&budget->ref_count);
  budget->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  buoy_budget_set_deadlines (budget, BUOY_MAX_SECONDS * G_USEC_PER_SEC, BUOY_MAX_WALL_SECONDS * G_USEC_PER_SEC);
  budget->max_steps = BUOY_MAX_READING_STEPS;
  budget->next_look = STEPS_A_LOOK;
  return budget;
}

BuoyBudget *
buoy_budget_ref (BuoyBudget *budget)
{
  g_atomic_ref_count_inc (&budget->ref_count);
  return budget;
}

void
buoy_budget_unref (BuoyBudget *budget)
{
  if (!g_atomic_ref_count_dec (&budget->ref_count))
    return;

  g_clear_object (&budget->cancellable);
  g_free (budget);
}

void
buoy_budget_begin_judging (BuoyBudget *budget)
{
  budget->max_steps = budget->n_steps + BUOY_MAX_JUDGING_STEPS;
  budget->is_spent = FALSE;
}

/* Each thread has its own CPU clock: a new thread cannot read the time that the last one had left, so it gets all. */
static void
enter_thread (BuoyBudget *budget)
{
  if (budget->thread == g_thread_self ())
    return;
  budget->thread = g_thread_self ();
  budget->thread_end_us = get_thread_us () + TIMES_SLOWER * BUOY_MAX_SECONDS * G_USEC_PER_SEC;
}

static gboolean
is_past_deadline (BuoyBudget *budget)
{
  if (budget->n_steps < budget->next_look)
    return FALSE;

  budget->next_look = budget->n_steps + STEPS_A_LOOK;
  enter_thread (budget);
  return get_thread_us () > budget->thread_end_us || g_get_monotonic_time () > budget->wall_end_us;
}

gboolean
buoy_budget_spend (BuoyBudget *budget, gsize n_steps)
{
  if (budget->is_spent)
    return FALSE;

  /* a refused step is not counted, since its work is not done */
  if (n_steps > budget->max_steps - budget->n_steps || g_cancellable_is_cancelled (budget->cancellable)
      || is_past_deadline (budget))
    budget->is_spent = TRUE;
  else
    {
      budget->n_steps += n_steps;
      budget->largest = MAX (budget->largest, n_steps);
    }
  return !budget->is_spent;
}

gboolean
buoy_budget_keep (BuoyBudget *budget, gsize n_bytes)
{
  if (n_bytes > BUOY_MAX_KEPT_BYTES - budget->n_kept_bytes)
    return FALSE;

  budget->n_kept_bytes += n_bytes;
  return TRUE;
}

gboolean
buoy_budget_is_cancelled (const BuoyBudget *budget)
{
  return g_cancellable_is_cancelled (budget->cancellable);
}

gboolean
buoy_budget_is_spent (const BuoyBudget *budget)
{
  return budget->is_spent;
}

guint64
buoy_budget_get_n_steps (const BuoyBudget *budget)
{
  return budget->n_steps;
}

guint64
buoy_budget_get_largest (const BuoyBudget *budget)
{
  return budget->largest;
}
