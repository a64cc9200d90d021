/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an account's mail taught, as it stands in the database: a damaged value is read as far as it makes sense.
 */
#include "config.h"

#include "memory/buoy-side-ledger.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (BuoySideLedger) ledger = buoy_side_ledger_from_bytes (bytes);
  g_autoptr (BuoyReceivingSide) side = buoy_side_ledger_conclude (ledger);
  g_autoptr (GBytes) again = buoy_side_ledger_to_bytes (ledger);
  g_autoptr (BuoySideLedger) same = buoy_side_ledger_from_bytes (again);

  g_assert_cmpuint (g_hash_table_size (same->votes), ==, g_hash_table_size (ledger->votes));
  g_assert_cmpuint (g_hash_table_size (same->candidates), ==, g_hash_table_size (ledger->candidates));
  g_assert_true (side == NULL || side->server != NULL);
  return 0;
}
