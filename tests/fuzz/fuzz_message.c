/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A whole message through the whole engine: what a stranger can send.
 */
#include "config.h"

#include "fuzz.h"

#include "notice/buoy-json.h"
#include "notice/buoy-notice.h"
#include "notice/buoy-story.h"
#include "verdict/buoy-scan.h"
#include "verdict/buoy-verdict-private.h"

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
  return 0;
}
