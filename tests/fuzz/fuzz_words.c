/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a header value with encoded words (RFC 2047).
 */
#include "config.h"

#include "base/text/buoy-charset.h"
#include "fuzz.h"
#include "message/header/buoy-encoded-words.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *value = buoy_charset_decode_header (raw);
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);
  g_autofree char *joined = buoy_encoded_words_join (value, budget);
  g_autofree char *text = buoy_encoded_words_decode (value, budget);

  g_assert_nonnull (joined);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  fuzz_assert_cheap (budget, size);
  return 0;
}
