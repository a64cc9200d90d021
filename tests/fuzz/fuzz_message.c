/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A whole message through the whole engine: what a stranger can send.
 */
#include "config.h"

#include "fuzz.h"

#include "notice/buoy-json.h"
#include "notice/buoy-notice.h"
#include "notice/buoy-story.h"
#include "scan/buoy-scan.h"
#include "verdict/buoy-verdict-bytes.h"

/* Another process tells the same, whatever the sender wrote. */
static void
assert_survives (BuoyVerdict *verdict, const char *json)
{
  g_autoptr (GBytes) bytes = buoy_verdict_to_bytes (verdict);
  g_autoptr (BuoyVerdict) copy = bytes != NULL ? buoy_verdict_from_bytes (bytes, NULL) : NULL;
  g_autofree char *same = NULL;

  g_assert_nonnull (copy);
  same = buoy_verdict_to_json (copy);
  g_assert_cmpstr (same, ==, json);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);
  g_autoptr (BuoyMessage) message = buoy_message_new_with_pictures (bytes, budget, NULL, NULL, NULL);
  g_autoptr (BuoyVerdict) first = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autoptr (BuoyNotice) notice = NULL;
  g_autoptr (BuoyStory) story = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;

  if (message == NULL)
    return 0;
  first = buoy_verdict_of_message (message, NULL, NULL, NULL, NULL);
  fuzz_assert_cheap (budget, size);
  verdict = buoy_scan_pictures (first, bytes, NULL, NULL);
  notice = buoy_notice_new (verdict);
  json = buoy_verdict_to_json (verdict);
  text = buoy_notice_to_text (notice);
  story = buoy_story_new (notice);
  told = buoy_story_to_text (story);
  g_assert_true (g_utf8_validate (json, -1, NULL));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_utf8_validate (told, -1, NULL));
  assert_survives (verdict, json);
  return 0;
}
