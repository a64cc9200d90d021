/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The one-time cost of the index of protected names, in addition to the registry that it is built from.
 */
#include "config.h"

#include "bench.h"
#include "evidence/lookalike/buoy-lookalike.h"

#define MEGABYTE 1e6
#define BUDGET_MS 5.0
#define BUDGET_MB 1.0

int
main (void)
{
  double start_ms;
  gsize start_bytes;

  buoy_brands_get_default ();
  start_bytes = bench_memory_now ();
  start_ms = bench_now_ms ();
  buoy_protected_names_get_default ();
  bench_print_budget ("index of look-alikes, built", bench_now_ms () - start_ms, BUDGET_MS, "ms");
  bench_print_budget ("index of look-alikes, kept", (bench_memory_now () - start_bytes) / MEGABYTE, BUDGET_MB, "MB");
  return 0;
}
