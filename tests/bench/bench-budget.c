/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Prints each limit with the measured value on one line; measures the time of the process.
 */
#include "config.h"

#include "bench.h"

#include <time.h>

/* Processor time, so that other processes don't count. */
double
bench_now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

void
bench_print_budget (const char *what, double measured, double budget, const char *unit)
{
  g_print ("%s  %-40s %8.2f of %5.2f %s\n", measured <= budget ? "pass" : "OVER", what, measured, budget, unit);
}
