/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the details say about a message, and that a story never promises anything.
 */
#include "config.h"

#include <bellbuoy.h>
#include <string.h>

#include "notice/buoy-shown.h"
#include "notice/buoy-story.h"

#define FROM "From: =?utf-8?q?Acme?= <info@acme.example>\n"
#define HANDED                                                                                    \
  "Received: from mail5.strange.test (unknown [203.0.113.9])\n by mx.reader.example with ESMTP; " \
  "Sun, 26 Jan 2025 07:12:42 +0900\n"
#define UNVERIFIED                                                                                       \
  "Received: from pc.acme.example (pc.acme.example [198.51.100.7])\n by mail5.strange.test with ESMTP; " \
  "Sun, 26 Jan 2025 07:12:40 +0900\n"
#define LINKS                                                                       \
  "Content-Type: text/html\n\n<a href='https://strange.test/'>www.acme.example</a>" \
  "<a href='https://strange.test/'>www.acme.example</a><a href='https://www.acme.example/x'>Terms</a>\n"
#define SCRIPT "Content-Type: text/html\n\n<a href='https://例え.test/'>see http://x.test/a.b</a>\n"

static BuoyStory *
story_of (const char *mail)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (mail, strlen (mail));
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, &error);
  g_autoptr (BuoyNotice) notice = NULL;

  g_assert_no_error (error);
  notice = buoy_notice_new (verdict);
  return buoy_story_new (notice);
}

static void
test_route (void)
{
  g_autoptr (BuoyStory) story = story_of (HANDED UNVERIFIED FROM "\nhello\n");
  static const struct
  {
    BuoyHopKind kind;
    const char *host, *ip;
  } expected[] = {
    { BUOY_HOP_READER, "mx.reader.example", NULL },
    { BUOY_HOP_BOUNDARY, "mail5.strange.test", "203.0.113.9" },
    { BUOY_HOP_UNVERIFIED, "pc.acme.example", "198.51.100.7" },
  };
  const GPtrArray *hops = buoy_story_get_hops (story);

  g_assert_cmpuint (hops->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const BuoyStoryHop *hop = g_ptr_array_index (hops, i);

      g_assert_cmpint (hop->kind, ==, expected[i].kind);
      g_assert_cmpstr (hop->host, ==, expected[i].host);
      g_assert_cmpstr (hop->ip, ==, expected[i].ip);
      g_assert_nonnull (hop->title);
    }
  g_assert_nonnull (strstr (((const BuoyStoryHop *) g_ptr_array_index (hops, 1))->note, "unknown"));
}

static void
test_no_route (void)
{
  g_autoptr (BuoyStory) story = story_of (FROM "\nhello\n");

  g_assert_cmpuint (buoy_story_get_hops (story)->len, ==, 0);
  g_assert_cmpuint (buoy_story_get_links (story)->len, ==, 0);
}

/* The same link twice is one line, and false ones come first. */
static void
test_links (void)
{
  g_autoptr (BuoyStory) story = story_of (HANDED FROM LINKS);
  const GPtrArray *links = buoy_story_get_links (story);
  const BuoyStoryLink *link;

  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpuint (buoy_story_get_n_more_links (story), ==, 0);
  link = g_ptr_array_index (links, 0);
  g_assert_true (link->is_false);
  g_assert_cmpstr (link->shown, ==, "www.acme.example");
  g_assert_cmpstr (link->host, ==, "strange.test");
  link = g_ptr_array_index (links, 1);
  g_assert_false (link->is_false);
  g_assert_cmpstr (link->shown, ==, "Terms");
}

static void
test_many_links (void)
{
  g_autoptr (GString) mail = g_string_new (FROM "Content-Type: text/html\n\n");
  g_autoptr (BuoyStory) story = NULL;
  guint n_links;

  for (int i = 0; i < 50; i++)
    g_string_append_printf (mail, "<a href='https://h%d.example/'>here</a>", i);
  story = story_of (mail->str);
  n_links = buoy_story_get_links (story)->len;
  g_assert_cmpuint (n_links + buoy_story_get_n_more_links (story), ==, 50);
  g_assert_cmpuint (n_links, <, 50);
}

static void
assert_statements (const GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const char *words = g_ptr_array_index (statements, i);

      g_assert_true (g_str_has_suffix (words, ".") || strstr (words, ": ") != NULL);
      g_assert_null (strstr (words, "safe"));
      g_assert_null (strstr (words, "(null)"));
    }
}

static void
test_statements (void)
{
  static const char *const mails[] = {
    HANDED FROM LINKS,
    "Subject: no sender\n\n",
    "From: \"\" <>\n\n",
    "Authentication-Results: mx.reader.example; dmarc=pass header.from=acme.example; spf=pass\n" HANDED FROM
    "\nhello\n",
    "Authentication-Results: mx.reader.example; dmarc=fail header.from=acme.example\n" HANDED FROM "\nhello\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    {
      g_autoptr (BuoyStory) story = story_of (mails[i]);

      g_assert_cmpuint (buoy_story_get_statements (story, BUOY_TOPIC_SENDER)->len, >, 0);
      g_assert_cmpuint (buoy_story_get_statements (story, BUOY_TOPIC_AUTHENTICATION)->len, >, 0);
      for (guint topic = BUOY_TOPIC_SENDER; topic <= BUOY_TOPIC_IN_FAVOUR; topic++)
        assert_statements (buoy_story_get_statements (story, (BuoyTopic) topic));
    }
}

/* No host can be opened by accident. */
static void
test_text (void)
{
  g_autoptr (BuoyStory) story = story_of (HANDED UNVERIFIED FROM LINKS);
  g_autofree char *text = buoy_story_to_text (story);

  g_assert_nonnull (strstr (text, "mail5.strange[.]test"));
  g_assert_nonnull (strstr (text, "www.acme[.]example → strange[.]test"));
  g_assert_null (strstr (text, "strange.test"));
}

static void
test_text_in_other_scripts (void)
{
  g_autoptr (BuoyStory) story = story_of (HANDED FROM SCRIPT);
  g_autofree char *text = buoy_story_to_text (story);

  g_assert_nonnull (strstr (text, "xn--r8jz45g[.]test (例え[.]test)"));
  g_assert_null (strstr (text, "http://"));
  g_assert_null (strstr (text, "x.test"));
}

static void
test_owner (void)
{
  static const struct
  {
    const char *host, *owner;
  } cases[] = {
    { "ekl-net.vecterdian.shop", "vecterdian.shop" },
    { "www.eki-net.com.evil.co.jp", "evil.co.jp" },
    { "xn--fsq.com (例.com)", "xn--fsq.com" },
    { "203.0.113.9", NULL },
    { "2001:db8::1", NULL },
    { "co.jp", NULL },
    { "some words", NULL },
    { "PrivacyGuardian.org llc", NULL },
    { "", NULL },
    { "a@b.com", NULL },
    { "https://www.Eki-Net.com.evil.co.jp:8080/eki-net.com", "evil.co.jp" },
    { "http://evil.example?next=https://bank.example", "evil.example" },
    { "https://bank.example@evil.example/", NULL },
    { "https:\\\\evil.example/", NULL },
    { "https:///evil.example/", NULL },
    { "https://203.0.113.9/bank.example", NULL },
    { "data:text/html,https://bank.example/", NULL },
    { "https://", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint start = 0, length = 0;
      g_autofree char *owner = NULL;

      g_assert_cmpint (buoy_shown_find_owner (cases[i].host, &start, &length), ==, cases[i].owner != NULL);
      owner = g_strndup (cases[i].host + start, length);
      g_assert_cmpstr (owner, ==, cases[i].owner != NULL ? cases[i].owner : "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/story/route", test_route);
  g_test_add_func ("/story/no-route", test_no_route);
  g_test_add_func ("/story/links", test_links);
  g_test_add_func ("/story/many-links", test_many_links);
  g_test_add_func ("/story/statements", test_statements);
  g_test_add_func ("/story/text", test_text);
  g_test_add_func ("/story/text-in-other-scripts", test_text_in_other_scripts);
  g_test_add_func ("/story/owner", test_owner);
  return g_test_run ();
}
