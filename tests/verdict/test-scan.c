/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The functions that hosts use: errors, cancellation, the worker, switched-off checks, messages within messages.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

#include "verdict/buoy-verdict-hosts.h"

static const char mismatch[] = "From: Shop <news@shop.test>\n"
                               "Subject: Hi\n"
                               "Content-Type: text/html\n"
                               "\n"
                               "<a href='https://evil.test/'>www.shop.test</a>\n";

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static const BuoyFinding *
find (BuoyVerdict *verdict, const char *id)
{
  const GPtrArray *findings = buoy_verdict_get_findings (verdict);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (buoy_check_get_id (buoy_finding_get_check (g_ptr_array_index (findings, i))), id))
      return g_ptr_array_index (findings, i);
  return NULL;
}

static void
assert_false (BuoyVerdict *verdict, const char *uri, const char *shown, const char *actual, const char *imitated)
{
  const BuoyFalseLink *link = buoy_verdict_find_false_link (verdict, uri);

  g_assert_nonnull (link);
  g_assert_cmpstr (link->shown, ==, shown);
  g_assert_cmpstr (link->actual, ==, actual);
  g_assert_cmpstr (link->imitated, ==, imitated);
}

static void
test_errors (void)
{
  g_autoptr (GBytes) empty = bytes_of ("");
  g_autoptr (GBytes) prose = bytes_of ("This is no mail.\nIt has two lines.\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (buoy_scan (empty, NULL, BUOY_SCAN_PICTURES, NULL, &error));
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (buoy_scan (prose, NULL, BUOY_SCAN_PICTURES, NULL, &error));
  g_assert_error (error, BUOY_ERROR, BUOY_ERROR_NOT_MAIL);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = bytes_of (mismatch);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_evidence (void)
{
  g_autoptr (GBytes) bytes = bytes_of (mismatch);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  const BuoyFinding *finding = find (verdict, "link-text-mismatch");

  g_assert_nonnull (finding);
  g_assert_cmpstr (buoy_finding_get_value (finding, BUOY_EVIDENCE_SHOWN_HOST), ==, "www.shop.test");
  g_assert_cmpstr (buoy_finding_get_value (finding, BUOY_EVIDENCE_ACTUAL_HOST), ==, "evil.test");
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_DANGER);
}

static void
test_suppressed (void)
{
  g_autoptr (GBytes) bytes = bytes_of (mismatch);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;

  buoy_context_suppress_check (context, "link-text-mismatch");
  verdict = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, NULL);
  g_assert_null (find (verdict, "link-text-mismatch"));
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_NONE);
}

/* Only the host knows the reader's own domains; indexed once for all scans of an account. */
static void
test_own_lookalike (void)
{
  g_autoptr (GBytes) bytes = bytes_of ("From: Boss <boss@kiyornizu.test>\nSubject: Hi\n\nCall me.\n");
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) stranger = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);

  g_assert_null (find (stranger, "lookalike-domain"));
  buoy_context_add_own_address (context, "anna@kiyomizu.example");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, NULL);
      const BuoyFinding *finding = find (verdict, "lookalike-domain");

      g_assert_nonnull (finding);
      g_assert_cmpstr (buoy_finding_get_value (finding, BUOY_EVIDENCE_FROM_HOST), ==, "kiyornizu.test");
      g_assert_cmpstr (buoy_finding_get_value (finding, BUOY_EVIDENCE_IMITATED_DOMAIN), ==, "kiyomizu.example");
      g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_DANGER);
    }
}

/* A finding in a forwarded message is about its sender, not the forwarder. */
static void
test_inner (void)
{
  g_autofree char *text = g_strconcat ("From: Bob <bob@friend.test>\nSubject: Fwd\nMIME-Version: 1.0\n"
                                       "Content-Type: message/rfc822\n\n",
                                       mismatch, NULL);
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  const BuoyFinding *finding = find (verdict, "link-text-mismatch");

  g_assert_nonnull (finding);
  g_assert_cmpstr (buoy_finding_get_value (finding, BUOY_EVIDENCE_ATTACHED_MESSAGE_FROM), ==, "news@shop.test");
}

/* As a web view writes it, unlike the mail. */
static void
test_false_link (void)
{
  g_autoptr (GBytes) bytes = bytes_of (mismatch);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);

  g_assert_null (buoy_verdict_find_false_link (verdict, "https://other.test/"));
  g_assert_null (buoy_verdict_find_false_link (verdict, "no address"));
  assert_false (verdict, "https://EVIL.test", "www.shop.test", "evil.test", NULL);

  g_assert_cmpuint (buoy_verdict_get_false_links (verdict)->len, ==, 1);
  g_assert_cmpstr (buoy_verdict_find_false_link (verdict, "https://evil.test")->href, ==, "https://evil.test/");
}

/* Although the finding names only a few. */
static void
test_every_false_link (void)
{
  static const guint n_links = 40;
  g_autoptr (GString) text = g_string_new ("From: News <news@shop.test>\nContent-Type: text/html\n\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;

  for (guint i = 0; i < n_links; i++)
    g_string_append_printf (text, "<a href=\"https://evil%u.test/\">https://www.bank%u.test/</a>\n", i, i);
  g_string_append (text,
                   "<a href=\"search-ms:query=x\">Invoice</a> <a href=\"https://www.paypa1.com/in\">Log in</a>\n");
  bytes = bytes_of (text->str);
  verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);

  g_assert_cmpuint (buoy_verdict_get_false_links (verdict)->len, ==, n_links + 2);
  assert_false (verdict, "https://evil39.test/", "www.bank39.test", "evil39.test", NULL);
  assert_false (verdict, "search-ms:query=x", "Invoice", "search-ms:query=x", NULL);
}

/* Clients mark a limited number: links of the gravest finding come first, each once. */
static void
test_gravest_first (void)
{
  static const char page[] = "From: News <news@shop.test>\nContent-Type: text/html\n\n"
                             "<a href=\"https://shop.test/c/1f\">https://www.partner.example/</a>\n"
                             "<a href=\"search-ms:query=x\">Invoice</a>\n";
  g_autoptr (GBytes) bytes = bytes_of (page);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  const GPtrArray *links = buoy_verdict_get_false_links (verdict);

  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpstr (((const BuoyFalseLink *) g_ptr_array_index (links, 0))->href, ==, "search-ms:query=x");
  g_assert_cmpstr (((const BuoyFalseLink *) g_ptr_array_index (links, 1))->href, ==, "https://shop.test/c/1f");
}

/* A style sheet matches the attribute as written, whatever the browser makes of it. */
static void
test_written_href (void)
{
  static const char *const written[]
      = { " https://evil.test/a", "https://evil.test/a\n", "hTTPS://Evil.test/a", "https://evil.test/a?b=1&c=2" };
  static const char page[] = "From: News <news@shop.test>\nContent-Type: text/html\n\n"
                             "<a href=\" https://evil.test/a\">https://www.shop.test/</a>\n"
                             "<a href=\"https://evil.test/a\n\">https://www.shop.test/</a>\n"
                             "<a href=\"&#104;TTPS://Evil.test/a\">https://www.shop.test/</a>\n"
                             "<map><area href=\"https://evil.test/a?b=1&amp;c=2\" alt=\"www.shop.test\"></map>\n";
  g_autoptr (GBytes) bytes = bytes_of (page);
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  const GPtrArray *links;

  links = buoy_verdict_get_false_links (verdict);
  g_assert_cmpuint (links->len, ==, G_N_ELEMENTS (written));
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (written); j++)
        found |= g_str_equal (((const BuoyFalseLink *) g_ptr_array_index (links, j))->href, written[i]);
      g_assert_true (found);
    }
}

/* A click may open something that the client writes differently, or that was never read. */
static void
test_unknown_click (void)
{
  g_autoptr (GBytes) bytes
      = bytes_of ("From: News <news@shop.test>\nContent-Type: text/html\n\n"
                  "<a href=\"https://evil.test/in\">https://www.shop.test/</a> "
                  "<a href=\"https://evil.test/terms\">Terms</a> <a href=\"https://fair.test/\">b</a>\n");
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);

  g_assert_null (buoy_verdict_find_false_link (verdict, "https://evil.test/terms"));
  g_assert_null (buoy_verdict_find_false_link (verdict, "https://fair.test/x"));
  assert_false (verdict, "https://evil.test/in%01", "www.shop.test", "evil.test", NULL);

  g_assert_true (buoy_verdict_is_whole (verdict));
  g_assert_true (buoy_verdict_has_judged (verdict, "https://fair.test/other"));
  g_assert_true (buoy_verdict_has_judged (verdict, "mailto:bob@nowhere.test"));
  g_assert_false (buoy_verdict_has_judged (verdict, "https://nowhere.test/"));
}

static void
test_unread (void)
{
  g_autoptr (GString) text = g_string_new ("From: News <news@shop.test>\nContent-Type: text/html\n\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;

  for (guint i = 0; i <= 10000; i++)
    g_string_append_printf (text, "<a href=\"https://fair.test/%u\">x</a>\n", i);
  bytes = bytes_of (text->str);
  verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  g_assert_false (buoy_verdict_is_whole (verdict));
}

/* User information is taken for the site. */
static void
test_disguised_link (void)
{
  g_autoptr (GBytes) bytes = bytes_of ("From: News <news@shop.test>\nContent-Type: text/html\n\n"
                                       "<a href=\"https://www.shop.com@evil.test/in\">here</a>\n");
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);

  assert_false (verdict, "https://www.shop.com@evil.test/in", "https://www.shop.com@evil.test/in", "evil.test", NULL);
}

/* Its text names no site; its target's name imitates one. */
static void
test_lookalike_link (void)
{
  g_autoptr (GBytes) bytes
      = bytes_of ("From: News <news@shop.test>\nContent-Type: text/html\n\n"
                  "<a href=\"https://www.paypa1.com/in\">Log in</a> <a href=\"https://fair.test/\">b</a>\n");
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);

  assert_false (verdict, "https://www.paypa1.com/in", "paypal.com", "www.paypa1.com", "paypal.com");
  g_assert_cmpuint (buoy_verdict_get_false_links (verdict)->len, ==, 1);
}

static void
scan_done (GObject *source, GAsyncResult *result, gpointer data)
{
  BuoyVerdict **out_verdict = data;

  *out_verdict = buoy_scan_finish (result, NULL);
}

/* Another scan may be reading it. */
static void
test_sealed_context (void)
{
  g_autoptr (GBytes) bytes = bytes_of (mismatch);
  g_autoptr (BuoyContext) context = buoy_context_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;

  g_assert_true (buoy_context_add_trusted_host (context, "mx.reader.test"));
  verdict = buoy_scan (bytes, context, BUOY_SCAN_PICTURES, NULL, NULL);
  g_test_expect_message ("bellbuoy", G_LOG_LEVEL_CRITICAL, "*buoy_context_is_open*");
  g_assert_false (buoy_context_add_trusted_host (context, "mx.other.test"));
  g_test_assert_expected_messages ();
}

/* Both steps, the second one without a picture to look into. */
static void
test_async_steps (void)
{
  g_autoptr (GBytes) bytes = bytes_of (mismatch);
  g_autoptr (BuoyVerdict) first = NULL;
  g_autoptr (BuoyVerdict) second = NULL;

  buoy_scan_async (bytes, NULL, 0, NULL, scan_done, &first);
  while (first == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (buoy_verdict_get_level (first), ==, BUOY_LEVEL_DANGER);
  buoy_scan_again_async (first, bytes, NULL, BUOY_SCAN_PICTURES, NULL, scan_done, &second);
  while (second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (second == first);
}

/* Hosts of judged links, each once; not those of false links, nor links that open no site. */
static void
test_honest_hosts (void)
{
  g_autoptr (GBytes) bytes
      = bytes_of ("From: News <news@shop.test>\nContent-Type: text/html\n\n"
                  "<a href='https://evil.test/in'>https://www.shop.test/</a> <a href='https://evil.test/b'>b</a>"
                  "<a href='https://FAIR.test/'>c</a> <a href='http://fair.test/d'>d</a> <a href='//x.test'>e</a>"
                  "<a href='mailto:a@mail.test'>f</a> <a href='ftp://file.test/'>g</a>");
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, NULL);
  g_auto (GStrv) hosts = buoy_verdict_list_honest_hosts (verdict);
  const BuoyFalseLink *link;
  g_autofree char *joined = g_strjoinv (" ", hosts);

  g_assert_cmpstr (joined, ==, "fair.test x.test");
  link = g_ptr_array_index (buoy_verdict_get_false_links (verdict), 0);
  g_assert_cmpstr (link->address, ==, "https://evil.test/in");
  g_assert_cmpstr (link->shown, ==, "www.shop.test");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/errors", test_errors);
  g_test_add_func ("/scan/cancelled", test_cancelled);
  g_test_add_func ("/scan/evidence", test_evidence);
  g_test_add_func ("/scan/suppressed", test_suppressed);
  g_test_add_func ("/scan/own-lookalike", test_own_lookalike);
  g_test_add_func ("/scan/inner", test_inner);
  g_test_add_func ("/scan/false-link", test_false_link);
  g_test_add_func ("/scan/every-false-link", test_every_false_link);
  g_test_add_func ("/scan/gravest-first", test_gravest_first);
  g_test_add_func ("/scan/written-href", test_written_href);
  g_test_add_func ("/scan/unknown-click", test_unknown_click);
  g_test_add_func ("/scan/unread", test_unread);
  g_test_add_func ("/scan/disguised-link", test_disguised_link);
  g_test_add_func ("/scan/lookalike-link", test_lookalike_link);
  g_test_add_func ("/scan/sealed-context", test_sealed_context);
  g_test_add_func ("/scan/async-steps", test_async_steps);
  g_test_add_func ("/scan/honest-hosts", test_honest_hosts);
  return g_test_run ();
}
