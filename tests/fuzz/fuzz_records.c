/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What goes between a host and the process that judges: a verdict, a context, what was found meanwhile, headers and
 * what they say. The first byte of the input says which.
 */
#include "config.h"

#include "fuzz.h"

#include "buoy-context-bytes.h"
#include "notice/buoy-feedback.h"
#include "notice/buoy-json.h"
#include "notice/buoy-notice.h"
#include "notice/buoy-story.h"
#include "verdict/buoy-found-bytes.h"
#include "verdict/buoy-header-bytes.h"
#include "verdict/buoy-questions.h"
#include "verdict/buoy-verdict-bytes.h"
#include "verdict/buoy-verdict-hosts.h"

/* Everything that a host shows of it. */
static void
read_verdict (GBytes *bytes)
{
  g_autoptr (BuoyVerdict) verdict = buoy_verdict_from_bytes (bytes, NULL);
  g_autoptr (BuoyNotice) notice = NULL;
  g_autoptr (BuoyStory) story = NULL;
  g_autoptr (BuoyQuestions) questions = NULL;
  g_autoptr (GPtrArray) sites = NULL;
  g_autoptr (GBytes) again = NULL;
  g_auto (GStrv) hosts = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;
  g_autofree char *report = NULL;
  g_autofree char *trust = NULL;

  if (verdict == NULL)
    return;
  notice = buoy_notice_new (verdict);
  story = buoy_story_new (notice);
  json = buoy_verdict_to_json (verdict);
  text = buoy_notice_to_text (notice);
  told = buoy_story_to_text (story);
  report = buoy_verdict_to_report (verdict);
  trust = buoy_verdict_explain_trust (verdict);
  sites = buoy_verdict_get_trustable_links (verdict);
  hosts = buoy_verdict_list_honest_hosts (verdict);
  questions = buoy_questions_new (verdict);
  buoy_verdict_find_false_link (verdict, "https://example.com/");
  g_assert_true (g_utf8_validate (json, -1, NULL));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  again = buoy_verdict_to_bytes (verdict);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
read_context (GBytes *bytes)
{
  g_autoptr (BuoyContext) context = buoy_context_from_bytes (bytes, NULL);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (BuoyContext) same = NULL;

  if (context == NULL)
    return;
  again = buoy_context_to_bytes (context);
  same = buoy_context_from_bytes (again, NULL);
  g_assert_nonnull (same);
  buoy_context_seal (same);
}

static void
read_found (GBytes *bytes)
{
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (BuoyVerification) verification = NULL;
  g_autoptr (GBytes) again = NULL;

  if (!buoy_found_from_bytes (bytes, &pictures, &verification, NULL))
    return;
  again = buoy_found_to_bytes (pictures, verification);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
read_headers (GBytes *bytes)
{
  g_autoptr (GPtrArray) headers = buoy_headers_from_bytes (bytes);
  g_autoptr (GBytes) again = headers != NULL ? buoy_headers_to_bytes (headers) : NULL;

  if (again != NULL)
    g_assert_true (g_bytes_equal (bytes, again));
}

static void
read_header_facts (GBytes *bytes)
{
  static const char header[] = "Received: from a.example ([192.0.2.1]) by mx.example\nFrom: a@b.example\n\n";
  g_autoptr (GBytes) one = g_bytes_new_static (header, sizeof header - 1);
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GBytes) again = NULL;

  g_ptr_array_add (headers, one);
  facts = buoy_header_facts_from_bytes (bytes, headers);
  if (facts == NULL)
    return;
  again = buoy_header_facts_to_bytes (facts);
  g_assert_nonnull (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static void (*const readers[]) (GBytes * bytes)
      = { read_verdict, read_context, read_found, read_headers, read_header_facts };
  g_autoptr (GBytes) bytes = NULL;

  if (size == 0)
    return 0;
  bytes = g_bytes_new (data + 1, size - 1);
  readers[data[0] % G_N_ELEMENTS (readers)](bytes);
  return 0;
}
