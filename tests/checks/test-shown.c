/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a mail program displays beside the bytes: it accuses as a link in the bytes does, changes nothing where it is
 * the same, and never clears a link. The values that carry it to another process are bounded and checked.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

#include "buoy-shown-message-private.h"
#include "fixture.h"
#include "message/buoy-page.h"

static const char mail[] = "From: Shop <news@shop.test>\n"
                           "Subject: Hi\n"
                           "Content-Type: text/html\n"
                           "\n"
                           "<a href='https://shop.test/'>Our shop</a>\n";
static const char false_mail[] = "From: Shop <news@shop.test>\n"
                                 "Subject: Hi\n"
                                 "Content-Type: text/html\n"
                                 "\n"
                                 "<a href='https://evil.test/'>www.shop.test</a>\n";

static BuoyVerdict *
scan (const char *text, BuoyShown *shown)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) of_bytes = buoy_scan (bytes, NULL, 0, NULL, &error);
  BuoyVerdict *verdict;

  g_assert_no_error (error);
  verdict = buoy_scan_again (of_bytes, bytes, shown, 0, NULL, &error);
  g_assert_no_error (error);
  return verdict;
}

static void
assert_level (const char *text, BuoyShown *shown, BuoyLevel level)
{
  g_autoptr (BuoyVerdict) verdict = scan (text, shown);

  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, level);
}

static gboolean
has_finding (BuoyVerdict *verdict, const char *id)
{
  const GPtrArray *findings = buoy_verdict_get_findings (verdict);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (buoy_check_get_id (buoy_finding_get_check (g_ptr_array_index (findings, i))), id))
      return TRUE;
  return FALSE;
}

static void
test_displayed_link_is_judged (void)
{
  g_autoptr (BuoyShown) shown = buoy_shown_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;

  assert_level (mail, shown, BUOY_LEVEL_NONE);
  buoy_shown_add_link (shown, " http://evil.test\n", "www.shop.test", NULL, TRUE);
  verdict = scan (mail, shown);
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_DANGER);
  g_assert_nonnull (buoy_verdict_find_false_link (verdict, "http://evil.test/"));
  /* marks match the attribute as the document has it */
  g_assert_cmpstr (buoy_verdict_find_false_link (verdict, "http://evil.test/")->href, ==, " http://evil.test\n");
  g_assert_true (buoy_verdict_has_judged (verdict, "http://evil.test/other"));
}

/* More links than are read come before it in the bytes. */
static void
test_wall_of_links (void)
{
  g_autoptr (BuoyShown) shown = buoy_shown_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autoptr (GString) text = g_string_new (mail);

  for (guint i = 0; i < BUOY_MAX_LINKS + 100; i++)
    g_string_append (text, "<a href='#'>a</a>\n");
  buoy_shown_add_link (shown, "https://evil.test/", "www.shop.test", NULL, TRUE);
  verdict = scan (text->str, shown);
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_DANGER);
  g_assert_nonnull (buoy_verdict_find_false_link (verdict, "https://evil.test/"));
}

static void
test_base (void)
{
  g_autoptr (BuoyShown) shown = buoy_shown_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;

  buoy_shown_add_link (shown, "in", "www.shop.test", "https://evil.test/", TRUE);
  verdict = scan (mail, shown);
  g_assert_nonnull (buoy_verdict_find_false_link (verdict, "https://evil.test/in"));
}

/* Neither a client that displays nothing, nor one that takes a link for hidden, nor an honest link clears a false one.
 */
static void
test_nothing_is_cleared (void)
{
  g_autoptr (BuoyShown) nothing = buoy_shown_new ();
  g_autoptr (BuoyShown) unseen = buoy_shown_new ();
  g_autoptr (BuoyShown) honest = buoy_shown_new ();

  buoy_shown_add_link (unseen, "https://evil.test/", "www.shop.test", NULL, FALSE);
  buoy_shown_add_link (honest, "https://evil.test/", "Our shop", NULL, TRUE);
  buoy_shown_add_link (honest, "https://www.shop.test/", "www.shop.test", NULL, TRUE);
  assert_level (false_mail, nothing, BUOY_LEVEL_DANGER);
  assert_level (false_mail, unseen, BUOY_LEVEL_DANGER);
  assert_level (false_mail, honest, BUOY_LEVEL_DANGER);
  assert_level (mail, unseen, BUOY_LEVEL_DANGER);
}

static void
test_password (void)
{
  g_autoptr (BuoyShown) shown = buoy_shown_new ();

  buoy_shown_add_form (shown, "https://evil.test/", "Sign in", NULL);
  assert_level (mail, shown, BUOY_LEVEL_NONE);
  buoy_shown_set_has_password_field (shown);
  assert_level (mail, shown, BUOY_LEVEL_DANGER);
}

/* More links than the bytes have, not all of which were told. */
static void
test_left_out (void)
{
  g_autoptr (BuoyShown) shown = buoy_shown_new ();
  g_autoptr (BuoyVerdict) verdict = NULL;

  buoy_shown_add_link (shown, "https://shop.test/", "Our shop", NULL, TRUE);
  buoy_shown_add_left_out (shown, 1);
  verdict = scan (mail, shown);
  g_assert_false (buoy_verdict_is_whole (verdict));
}

/* A text beside a page is judged where it is displayed, too. */
static void
test_text_beside_page (void)
{
  static const char both[] = "From: Shop <news@shop.test>\n"
                             "Subject: Hi\n"
                             "Content-Type: multipart/mixed; boundary=b\n"
                             "\n"
                             "--b\n\nThis message was checked and is safe.\n"
                             "--b\nContent-Type: text/html\n\n<p>Our shop</p>\n"
                             "--b--\n";
  g_autoptr (BuoyShown) page = buoy_shown_new ();
  g_autoptr (BuoyShown) text = buoy_shown_new ();
  g_autoptr (BuoyVerdict) of_page = NULL;
  g_autoptr (BuoyVerdict) of_text = NULL;

  buoy_shown_add_text (page, "Our shop");
  buoy_shown_add_text (text, "This message was checked and is safe.\nOur shop");
  of_page = scan (both, page);
  of_text = scan (both, text);
  g_assert_false (has_finding (of_page, "deceptive-claim"));
  g_assert_true (has_finding (of_text, "deceptive-claim"));
}

static BuoyShown *
carry (BuoyShown *shown)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (buoy_shown_to_variant (shown));
  BuoyShown *carried = buoy_shown_new_from_variant (value);
  g_autoptr (GVariant) again = NULL;

  g_assert_nonnull (carried);
  again = g_variant_ref_sink (buoy_shown_to_variant (carried));
  g_assert_true (g_variant_equal (value, again));
  return carried;
}

static void
test_variant (void)
{
  g_autoptr (BuoyShown) shown = buoy_shown_new ();
  g_autoptr (BuoyShown) carried = NULL;
  g_autoptr (BuoyVerdict) verdict = NULL;
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new ("(su)", "text", 1));
  guint n_links;

  buoy_shown_add_link (shown, "in\xff", "www.shop.test", "https://evil.test/", TRUE);
  buoy_shown_add_text (shown, "\xff text");
  buoy_shown_set_has_password_field (shown);
  carried = carry (shown);
  verdict = scan (mail, carried);
  g_assert_cmpint (buoy_verdict_get_level (verdict), ==, BUOY_LEVEL_DANGER);
  g_assert_null (buoy_shown_new_from_variant (other));

  for (n_links = 0; n_links < 5000; n_links++)
    buoy_shown_add_link (shown, "https://shop.test/", "Our shop", NULL, TRUE);
  g_clear_pointer (&carried, buoy_shown_unref);
  carried = carry (shown);
}

/* Spends no more memory on texts of megabytes than the limit. */
static void
test_long_texts (void)
{
  g_autoptr (BuoyShown) shown = buoy_shown_new ();
  g_autofree char *text = g_strnfill (3 * 1024 * 1024, 'x');
  g_autoptr (GVariant) value = NULL;

  for (guint i = 0; i < 10; i++)
    {
      buoy_shown_add_link (shown, "https://shop.test/", text, NULL, TRUE);
      buoy_shown_add_text (shown, text);
    }
  value = g_variant_ref_sink (buoy_shown_to_variant (shown));
  g_assert_cmpuint (g_variant_get_size (value), <, 5 * 1024 * 1024);
  assert_level (mail, shown, BUOY_LEVEL_DANGER);
}

/* The links of @message as a client displays them: other spaces and letters, no hidden text. */
static void
display (BuoyShown *shown, const BuoyMessage *message)
{
  for (guint i = 0; i < message->links->len; i++)
    {
      const BuoyLink *link = g_ptr_array_index (message->links, i);
      g_autofree char *spaced = g_strdup_printf ("\n %s\t", link->sure_text != NULL ? link->sure_text : link->text);
      g_autofree char *upper = g_ascii_strup (spaced, -1);

      if (link->kind == BUOY_LINK_ANCHOR || link->kind == BUOY_LINK_PLAIN)
        buoy_shown_add_link (shown, link->written != NULL ? link->written : link->href, upper, link->base, i % 2 == 0);
    }
  for (guint i = 0; i < message->inner->len; i++)
    display (shown, g_ptr_array_index (message->inner, i));
  for (guint i = 0; i < message->pages->len; i++)
    display (shown, ((const BuoyPage *) g_ptr_array_index (message->pages, i))->content);
}

static void
test_same_verdict_of (const char *path)
{
  g_autoptr (GBytes) bytes = fixture_read (path);
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (bytes, NULL);
  g_autoptr (BuoyShown) shown = buoy_shown_new ();
  g_autoptr (BuoyVerdict) of_bytes = buoy_scan (bytes, NULL, 0, NULL, NULL);
  g_autoptr (BuoyVerdict) of_both = NULL;
  g_autofree char *before = fixture_describe (of_bytes);
  g_autofree char *after = NULL;

  display (shown, message);
  of_both = buoy_scan_again (of_bytes, bytes, shown, 0, NULL, NULL);
  after = fixture_describe (of_both);
  if (!g_str_equal (before, after))
    g_test_message ("%s", path);
  g_assert_cmpstr (before, ==, after);
}

static guint
test_same_verdict_in (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_mails = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_str_has_suffix (name, ".eml"))
        test_same_verdict_of (inner);
      n_mails += g_str_has_suffix (name, ".eml") ? 1 : test_same_verdict_in (inner);
    }
  return n_mails;
}

static void
test_same_verdict (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", NULL);

  g_assert_cmpuint (test_same_verdict_in (path), >, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shown/displayed-link-is-judged", test_displayed_link_is_judged);
  g_test_add_func ("/shown/wall-of-links", test_wall_of_links);
  g_test_add_func ("/shown/base", test_base);
  g_test_add_func ("/shown/nothing-is-cleared", test_nothing_is_cleared);
  g_test_add_func ("/shown/password", test_password);
  g_test_add_func ("/shown/left-out", test_left_out);
  g_test_add_func ("/shown/text-beside-page", test_text_beside_page);
  g_test_add_func ("/shown/variant", test_variant);
  g_test_add_func ("/shown/long-texts", test_long_texts);
  g_test_add_func ("/shown/same-verdict", test_same_verdict);
  return g_test_run ();
}
