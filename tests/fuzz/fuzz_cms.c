/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as an S/MIME signature (RFC 5652): the content is at most as long as what it stands in.
 */
#include "config.h"

#include "fuzz.h"

#include "message/mime/buoy-cms.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);
  g_autoptr (GBytes) content = buoy_cms_find_content (bytes, budget);

  g_assert_true (content == NULL || g_bytes_get_size (content) <= size);
  return 0;
}
