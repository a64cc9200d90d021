/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The array made from check-table.h; it describes the checks without linking to them.
 */
#include "config.h"

#include "checks/checks-private.h"

#define N_(text) (text)

static const BuoyCheckRow rows[] = {
#define BUOY_CHECK(name, row_basis, ...) { .check = { __VA_ARGS__ }, .basis = BUOY_BASIS_##row_basis },
#include "checks/check-table.h"
#undef BUOY_CHECK
};

const BuoyCheckRow *
buoy_check_rows_get (guint *out_n_rows)
{
  *out_n_rows = G_N_ELEMENTS (rows);
  return rows;
}
