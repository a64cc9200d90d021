/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The array made of check-table.h.
 */
#include "config.h"

#include "checks/checks-private.h"

#define N_(text) (text)

static const BuoyCheckRow rows[] = {
#define BUOY_CHECK(name, row_basis, ...) \
  { .check = { __VA_ARGS__ }, .basis = BUOY_BASIS_##row_basis, .run = buoy_check_##name },
#include "checks/check-table.h"
#undef BUOY_CHECK
};

static const BuoyCheck public_checks[] = {
#define BUOY_CHECK(name, row_basis, ...) { __VA_ARGS__ },
#include "checks/check-table.h"
#undef BUOY_CHECK
};

const BuoyCheckRow *
buoy_check_rows_get (guint *out_n_rows)
{
  *out_n_rows = G_N_ELEMENTS (rows);
  return rows;
}

/**
 * buoy_checks_get:
 * @out_n_checks: (out): how many there are
 *
 * Gives the table of all checks, in the order in which their findings are shown.
 *
 * Returns: (array length=out_n_checks) (transfer none): the checks
 */
const BuoyCheck *
buoy_checks_get (guint *out_n_checks)
{
  g_return_val_if_fail (out_n_checks != NULL, NULL);

  *out_n_checks = G_N_ELEMENTS (public_checks);
  return public_checks;
}
