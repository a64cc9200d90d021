/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Trust in a sender: it applies while the From domain is authenticated, suppresses no disguise, and is not offered
 * otherwise.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

#include "notice/buoy-feedback.h"
#include "notice/buoy-json.h"

#define MX "mx.reader.test"

#define PASS "dmarc=pass header.from=%s"
#define FAIL "dmarc=fail header.from=%s"
#define OTHER "spf=pass smtp.mailfrom=bounce.test; dkim=none"

typedef struct
{
  const char *name;
  const char *from;    /* the domain */
  const char *result;  /* of the reader's server, or NULL; "%s" is From's domain */
  const char *trusted; /* what the reader trusts, or NULL */
  BuoyTrust trust;
  BuoyLevel level;
} TrustCase;

/* each message has a false link */
static const TrustCase cases[] = {
  { "proven", "shop.test", PASS, NULL, BUOY_TRUST_POSSIBLE, BUOY_LEVEL_DANGER },
  { "trusted", "shop.test", PASS, "shop.test", BUOY_TRUST_GIVEN, BUOY_LEVEL_NONE },
  { "trusted-in-capitals", "shop.test", PASS, "SHOP.Test.", BUOY_TRUST_GIVEN, BUOY_LEVEL_NONE },
  { "sub-domain-of-trusted", "news.shop.test", PASS, "shop.test", BUOY_TRUST_GIVEN, BUOY_LEVEL_NONE },
  { "parent-of-trusted", "shop.test", PASS, "news.shop.test", BUOY_TRUST_POSSIBLE, BUOY_LEVEL_DANGER },
  { "ends-like-trusted", "evil-shop.test", PASS, "shop.test", BUOY_TRUST_POSSIBLE, BUOY_LEVEL_DANGER },
  { "public-suffix", "shop.co.jp", PASS, "co.jp", BUOY_TRUST_POSSIBLE, BUOY_LEVEL_DANGER },
  { "unproven", "shop.test", NULL, "shop.test", BUOY_TRUST_UNPROVEN, BUOY_LEVEL_DANGER },
  { "another-proven", "shop.test", OTHER, "shop.test", BUOY_TRUST_UNPROVEN, BUOY_LEVEL_DANGER },
  { "failed", "shop.test", FAIL, "shop.test", BUOY_TRUST_FAILED, BUOY_LEVEL_DANGER },
  { "free-mail", "gmail.com", PASS, "gmail.com", BUOY_TRUST_SHARED, BUOY_LEVEL_DANGER },
};

static char *
message_of (const char *from, const char *name, const char *result, const char *html)
{
  GString *text = g_string_new (NULL);

  if (result != NULL)
    g_string_append_printf (text, "Authentication-Results: " MX "; %s\n", result);
  g_string_replace (text, "%s", from, 0);
  g_string_append_printf (text,
                          "Received: from out.%s (unknown [203.0.113.9])\n"
                          " by " MX " with ESMTP id 1; Mon, 6 Jul 2026 09:00:00 +0900\n"
                          "From: %s <news@%s>\nSubject: News\nContent-Type: text/html\n\n%s\n",
                          from, name, from, html);
  return g_string_free (text, FALSE);
}

static BuoyVerdict *
scan (const char *text, BuoyContext *context)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  BuoyVerdict *verdict;

  buoy_context_add_trusted_host (context, MX);
  verdict = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, NULL);
  g_assert_nonnull (verdict);
  return verdict;
}

#define LYING_LINK "<a href='https://evil.test/'>https://www.amazon.co.jp/</a>"

static void
test_case (gconstpointer data)
{
  const TrustCase *row = data;
  g_autofree char *text = message_of (row->from, "News", row->result, LYING_LINK);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autofree char *why = NULL;

  if (row->trusted != NULL)
    buoy_context_trust_sender (context, row->trusted);
  verdict = scan (text, context);
  why = buoy_verdict_explain_trust (verdict);
  g_assert_cmpint (buoy_verdict_get_trust (verdict), ==, row->trust);
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, row->level);
  g_assert_cmpstr (buoy_verdict_get_trustable_domain (verdict), ==,
                   row->trust == BUOY_TRUST_POSSIBLE ? row->from : NULL);
  g_assert_true ((why == NULL) == (row->trust == BUOY_TRUST_POSSIBLE || row->trust == BUOY_TRUST_GIVEN));
}

/* What was suppressed is reported. */
static void
test_told (void)
{
  g_autofree char *text = message_of ("shop.test", "News", PASS, LYING_LINK);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autoptr (BuoyNotice) notice = NULL;
  g_autofree char *json = NULL;
  g_autofree char *words = NULL;

  buoy_context_trust_sender (context, "shop.test");
  verdict = scan (text, context);
  notice = buoy_notice_new (verdict);
  json = buoy_verdict_to_json (verdict);
  words = buoy_notice_to_text (notice);
  g_assert_nonnull (strstr (json, "\"suppressed\":[\"link-text-mismatch\"]"));
  g_assert_nonnull (strstr (json, "\"trusted_sender\":\"shop.test\""));
  g_assert_nonnull (strstr (words, "you trust this sender"));
  g_assert_null (buoy_verdict_find_false_link (verdict, "https://evil.test/"));
}

/* Trust suppresses no disguise, even from an authenticated domain. */
static void
test_disguise (void)
{
  g_autofree char *text = message_of ("shop.test", "\"info@amazon.co.jp\"", PASS, LYING_LINK);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autoptr (GPtrArray) sites = NULL;
  g_autofree char *why = NULL;

  buoy_context_trust_sender (context, "shop.test");
  verdict = scan (text, context);
  why = buoy_verdict_explain_trust (verdict);
  sites = buoy_verdict_get_trustable_links (verdict);
  g_assert_cmpint (buoy_verdict_get_trust (verdict), ==, BUOY_TRUST_BARRED);
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_DANGER);
  g_assert_null (buoy_verdict_get_trustable_domain (verdict));
  g_assert_cmpuint (sites->len, ==, 0);
  g_assert_nonnull (strstr (why, "not what it seems"));
}

/* Content findings that are not certain say nothing about the sender. */
static void
test_odd_content (void)
{
  g_autofree char *text = message_of ("shop.test", "News", PASS, "<a href='smb://files/x'>Open</a>");
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = scan (text, context);
  const GPtrArray *findings;

  findings = buoy_verdict_get_findings (verdict);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (buoy_check_get_id (buoy_finding_get_check (g_ptr_array_index (findings, 0))), ==, "dangerous-link");
  g_assert_cmpint (buoy_finding_get_strength (g_ptr_array_index (findings, 0)), ==, BUOY_STRENGTH_MEDIUM);
  g_assert_cmpint (buoy_verdict_get_trust (verdict), ==, BUOY_TRUST_POSSIBLE);
}

/* A look-alike domain can be authenticated, too. */
static void
test_lookalike (void)
{
  g_autofree char *text = message_of ("arnazon.com", "News", PASS, LYING_LINK);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autofree char *why = NULL;

  buoy_context_trust_link (context, "arnazon.com", "evil.test");
  verdict = scan (text, context);
  why = buoy_verdict_explain_trust (verdict);
  g_assert_cmpint (buoy_verdict_get_trust (verdict), ==, BUOY_TRUST_BARRED);
  g_assert_nonnull (strstr (why, "resembles"));
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_DANGER);
  g_assert_cmpstr (buoy_verdict_find_false_link (verdict, "https://evil.test/")->shown, ==, "www.amazon.co.jp");
}

/* The sender's authentication says nothing about a message that it forwards. */
static void
test_attached (void)
{
  g_autofree char *inner = message_of ("shop.test", "News", PASS, LYING_LINK);
  g_autofree char *text = g_strconcat ("Authentication-Results: " MX "; dmarc=pass header.from=shop.test\n"
                                       "Received: from a.shop.test (a.shop.test [203.0.113.9])\n"
                                       " by " MX " with ESMTP id 1; Mon, 6 Jul 2026 09:00:00 +0900\n"
                                       "From: <bob@shop.test>\nSubject: Fwd\nMIME-Version: 1.0\n"
                                       "Content-Type: message/rfc822\n\n",
                                       inner, NULL);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;

  buoy_context_trust_sender (context, "shop.test");
  buoy_context_trust_link (context, "shop.test", "evil.test");
  verdict = scan (text, context);
  g_assert_cmpint (buoy_verdict_get_trust (verdict), ==, BUOY_TRUST_GIVEN);
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_DANGER);
}

static BuoyLevel
level_with_link (const char *result, const char *sender, const char *site, const char *html)
{
  g_autofree char *text = message_of ("shop.test", "News", result, html);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;

  buoy_context_trust_link (context, sender, site);
  verdict = scan (text, context);
  return buoy_verdict_get_level (verdict);
}

static void
test_link (void)
{
  const char *two = LYING_LINK "<a href='https://worse.test/'>https://www.amazon.co.jp/</a>";

  g_assert_cmpint (level_with_link (PASS, "shop.test", "evil.test", LYING_LINK), ==, BUOY_LEVEL_NONE);
  g_assert_cmpint (level_with_link (PASS, "shop.test", "evil.test", two), ==, BUOY_LEVEL_DANGER);
  g_assert_cmpint (level_with_link (PASS, "shop.test", "other.test", LYING_LINK), ==, BUOY_LEVEL_DANGER);
  g_assert_cmpint (level_with_link (PASS, "other.test", "evil.test", LYING_LINK), ==, BUOY_LEVEL_DANGER);
  g_assert_cmpint (level_with_link (NULL, "shop.test", "evil.test", LYING_LINK), ==, BUOY_LEVEL_DANGER);
  g_assert_cmpint (level_with_link (FAIL, "shop.test", "evil.test", LYING_LINK), ==, BUOY_LEVEL_DANGER);
}

static void
test_offered_links (void)
{
  g_autofree char *text = message_of ("shop.test", "News", PASS,
                                      LYING_LINK "<a href='https://a.evil.test/'>https://www.amazon.co.jp/</a>"
                                                 "<a href='https://worse.test/'>https://www.amazon.co.jp/</a>"
                                                 "<a href='https://fine.test/'>our news</a>");
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = scan (text, context);
  g_autoptr (GPtrArray) sites = NULL;

  sites = buoy_verdict_get_trustable_links (verdict);
  g_assert_cmpuint (sites->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (sites, 0), ==, "evil.test");
  g_assert_cmpstr (g_ptr_array_index (sites, 1), ==, "worse.test");
}

/* Neither the note nor the report contains anything of the message but its sender's domain. */
static void
test_feedback (void)
{
  g_autofree char *text = message_of ("shop.test", "News", PASS, LYING_LINK);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = scan (text, context);
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 7, 6, 9, 30, 0);
  g_autofree char *note = buoy_verdict_to_note (verdict, date);
  g_autofree char *report = buoy_verdict_to_report (verdict);

  g_assert_cmpstr (note, ==,
                   "{\"ids\":[\"link-text-mismatch\"],\"level\":\"danger\",\"date\":\"2026-07-06\","
                   "\"from_domain\":\"shop.test\"}");
  g_assert_nonnull (strstr (report, "finding: link-text-mismatch (strong)\n"));
  g_assert_nonnull (strstr (report, "from-domain: shop.test\n"));
  g_assert_null (strstr (report, "amazon"));
  g_assert_null (strstr (report, "evil"));
  g_assert_null (strstr (report, "news@"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/trust/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/trust/told", test_told);
  g_test_add_func ("/trust/disguise", test_disguise);
  g_test_add_func ("/trust/odd-content", test_odd_content);
  g_test_add_func ("/trust/lookalike", test_lookalike);
  g_test_add_func ("/trust/attached", test_attached);
  g_test_add_func ("/trust/link", test_link);
  g_test_add_func ("/trust/offered-links", test_offered_links);
  g_test_add_func ("/trust/feedback", test_feedback);
  return g_test_run ();
}
