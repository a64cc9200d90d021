/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mailboxes in address fields, as mail programs show them, even if the field is malformed.
 */
#include "config.h"

#include <string.h>

#include "message/header/buoy-encoded-words.h"
#include "page-cases.h"

typedef struct
{
  const char *name;
  const char *from;
  const char *expected; /* "name <address> domain" each, "; " between */
} FromCase;

static const FromCase from_cases[] = {
  { "plain", "a@b.test", " <a@b.test> b.test" },
  { "name", "Taro Yamada <a@b.test>", "Taro Yamada <a@b.test> b.test" },
  { "quoted", "\"Yamada, Taro\" <a@b.test>", "Yamada, Taro <a@b.test> b.test" },
  { "encoded", "=?UTF-8?B?44GI44GN44Gt44Gj44Go?= <a@b.test>", "えきねっと <a@b.test> b.test" },
  { "encoded-padded", "=?utf-8?B?QQ==?=\n =?utf-8?B?Qg==?= <a@b.test>", "AB <a@b.test> b.test" },
  { "quote-in-word", "\"=?UTF-8?B?Q\" <a@b.test>, \"?=\" <c@d.test>",
    "=?UTF-8?B?Q <a@b.test> b.test; ?= <c@d.test> d.test" },
  { "quote-in-charset", "\"=?utf-8\" <a@b.test>, \"?Q?x?=\" <c@d.test>",
    "=?utf-8 <a@b.test> b.test; ?Q?x?= <c@d.test> d.test" },
  { "quote-in-language", "\"=?utf-8*\" <a@b.test>, \"?B?eA==?=\" <c@d.test>",
    "=?utf-8* <a@b.test> b.test; ?B?eA==?= <c@d.test> d.test" },
  { "encoded-in-quotes", "\"=?UTF-8?B?44GI44GN44Gt?=\" <a@b.test>", "えきね <a@b.test> b.test" },
  { "capitals", "a@B.TEST", " <a@B.TEST> b.test" },
  { "two", "a@b.test, c@d.test", " <a@b.test> b.test;  <c@d.test> d.test" },
  { "address-as-name", "\"x@bank.test\" <a@b.test>", "x@bank.test <a@b.test> b.test" },
  { "group", "Friends: a@b.test, c@d.test;", " <a@b.test> b.test;  <c@d.test> d.test" },
  { "comment", "a@b.test (Taro)", "Taro <a@b.test> b.test" },
  { "no-angles", "=?UTF-8?B?44GI44GN44Gt44Gj44Go?= a@b.test", "えきねっと <a@b.test> b.test" },
  { "no-angles-raw", "Big Bug a@b.test", "Big Bug <a@b.test> b.test" },
  { "all-encoded", "=?utf-8?Q?Anna_Berg_=3Ca=40b.test=3E?=", "Anna Berg <a@b.test> b.test" },
  { "all-encoded-quoted", "=?utf-8?Q?=22Anna=22_=3Ca=40b.test=3E?=", "Anna <a@b.test> b.test" },
  { "encoded-before-address", "=?utf-8?Q?x=40bank.test?= <a@b.test>", "x@bank.test <a@b.test> b.test" },
  { "brackets", "Anna [a@b.test]", "Anna [a@b.test] <> -" },
  { "no-at", "\"Amazon\" <Amazon.co.jp>", "Amazon <Amazon.co.jp> -" },
  { "quoted-in-angles", "<\"[mail@rakuten.co.jp]\">", " <\"[mail@rakuten.co.jp]\"> -" },
  { "raw-jis", "\033$B$($-$M$C$H\033(B <a@b.test>", "えきねっと <a@b.test> b.test" },
  { "raw-shift-jis", "\x82\xa6\x82\xab\x82\xcb <a@b.test>", "えきね <a@b.test> b.test" },
  { "latin-1", "=?ISO-8859-1?Q?Caf=E9_Nord?= <a@b.test>", "Café Nord <a@b.test> b.test" },
  { "latin-1-with-spaces", "\"=?iso-8859-1?q?Caf=E9 du Nord?=\" <a@b.test>", "Café du Nord <a@b.test> b.test" },
  { "comma-in-word", "\"=?utf-8?Q?Berg, Anna?=\" <a@b.test>", "Berg, Anna <a@b.test> b.test" },
  { "space-in-word", "=?UTF-8?Q?=E3=81=82 x?= <a@b.test>", "あ x <a@b.test> b.test" },
  { "idn", "a@\xe6\x97\xa5\xe6\x9c\xac.test", " <a@日本.test> xn--wgv71a.test" },
};

static void
test_from (gconstpointer data)
{
  const FromCase *row = data;
  g_autofree char *text = g_strdup_printf ("From: %s\nSubject: x\n\nx\n", row->from);
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < message->from->len; i++)
    {
      const BuoyMailbox *mailbox = g_ptr_array_index (message->from, i);

      g_string_append_printf (found, "%s%s <%s> %s", i > 0 ? "; " : "", mailbox->name, mailbox->address,
                              mailbox->domain != NULL ? mailbox->domain : "-");
    }
  g_assert_cmpstr (found->str, ==, row->expected);
}

/* No charset of single bytes is left to GMime, which cannot load it in bellbuoy-worker. */
static void
test_joined (void)
{
  static const char *const cases[][2] = {
    { "=?koi8-r?Q?=CF=CB?= <a@b.test>", "=?utf-8?B?0L7Qug==?= <a@b.test>" },
    { "\"=?ISO-8859-1?Q?Caf=E9 (Nord), =2C_x?=\" <a@b.test>", "\"=?utf-8?Q?Caf=C3=A9 (Nord), =2C_x?=\" <a@b.test>" },
    { "=?iso-8859-1?q?=80:?=", "=?utf-8?Q?=E2=82=AC:?=" },
    { "\"=?windows-1252?B?Q2Fm; 6Q==?=\"", "\"=?utf-8?Q?=43=61=66=C3=A9;?=\"" },
    { "\"=?latin1?B?Qw==\" <a@b.test>, \"?=\" <c@d.test>", "\"=?utf-8?Q?=43\" <a@b.test>, \"?=\" <c@d.test>" },
    { "\"=?latin1?Q?C\" <a@b.test>, \"?=\" <c@d.test>", "\"=?utf-8?Q?C\" <a@b.test>, \"?=\" <c@d.test>" },
    { "\"=?euc-jp?Q?=A4=A2(x)?=\"", "\"=?euc-jp?Q?=A4=A2(x)?=\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);
      g_autofree char *joined = buoy_encoded_words_join (cases[i][0], budget);

      g_assert_cmpstr (joined, ==, cases[i][1]);
    }
}

/* A name without an address: the reader sees the name. */
static void
test_from_without_address (void)
{
  g_autoptr (BuoyMessage) message = page_case_read_mail ("From: \"Amazon\" <>\nSubject: x\n\nx\n");
  const BuoyMailbox *mailbox = g_ptr_array_index (message->from, 0);

  g_assert_cmpstr (mailbox->name, ==, "Amazon");
  g_assert_null (mailbox->domain);
}

static gboolean
is_cut (const BuoyMessage *message)
{
  return g_ptr_array_find_with_equal_func (message->limits, "header-bytes", g_str_equal, NULL);
}

/* Invisible padding does not push anything out of a name, and an overlong visible name loses its middle. */
static void
test_long_name (void)
{
  g_autofree char *dots = g_strnfill (5000, '.');
  g_autofree char *seen = g_strdup_printf ("From: Anna%sBerg <a@b.test>\n\nx", dots);
  g_autoptr (BuoyMessage) message = page_case_read_mail (seen);
  const BuoyMailbox *mailbox = g_ptr_array_index (message->from, 0);
  g_autoptr (GString) unseen = g_string_new ("From: Anna ");
  g_autoptr (BuoyMessage) padded = NULL;

  g_assert_true (g_str_has_prefix (mailbox->name, "Anna.") && g_str_has_suffix (mailbox->name, ".Berg"));
  g_assert_cmpuint (strlen (mailbox->name), <=, 1024);
  g_assert_true (is_cut (message));

  for (guint i = 0; i < 1000; i++)
    g_string_append (unseen, "\342\200\213");
  g_string_append (unseen, "Berg <a@b.test>\n\nx");
  padded = page_case_read_mail (unseen->str);
  mailbox = g_ptr_array_index (padded->from, 0);
  g_assert_cmpstr (mailbox->name, ==, "Anna Berg");
}

/* The reader may be the last of many recipients. */
static void
test_many_recipients (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\nTo: ");
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "a%u@b.test, ", i);
  g_string_append (text, "reader@b.test\n\nx");
  message = page_case_read_mail (text->str);
  g_assert_cmpuint (message->to->len, ==, 1001);
  g_assert_true (buoy_message_is_addressed_to (message, "reader@b.test"));
  g_assert_cmpuint (message->limits->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (from_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/mailbox/from/", from_cases[i].name, NULL);

      g_test_add_data_func (path, &from_cases[i], test_from);
    }
  g_test_add_func ("/mailbox/joined", test_joined);
  g_test_add_func ("/mailbox/from-without-address", test_from_without_address);
  g_test_add_func ("/mailbox/long-name", test_long_name);
  g_test_add_func ("/mailbox/many-recipients", test_many_recipients);
  return g_test_run ();
}
