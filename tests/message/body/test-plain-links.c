/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where links in plain text begin and end: one form per row, surrounded by Japanese and brackets.
 */
#include "config.h"

#include <string.h>

#include "page-cases.h"

typedef struct
{
  const char *name;
  const char *body;
  const char *hrefs; /* " " between */
} PlainCase;

static const PlainCase plain_cases[] = {
  { "url", "see https://a.test/x now", "https://a.test/x" },
  { "end-of-sentence", "see https://a.test/x.", "https://a.test/x" },
  { "brackets", "(https://a.test/x) <https://b.test/>", "https://a.test/x https://b.test/" },
  { "brackets-within", "https://a.test/x_(y)", "https://a.test/x_(y)" },
  { "www", "www.a.test", "http://www.a.test" },
  { "behind-japanese", "こちらhttps://a.test/です", "https://a.test/" },
  { "www-with-path", "see www.a.test:8080/x?y, please", "http://www.a.test:8080/x?y" },
  { "www-without-suffix", "www.a.nowhere www.a", "" },
  { "ftp", "ftp.ab.test FTP://bb.test", "ftp://ftp.ab.test FTP://bb.test" },
  { "behind-dots", ".....http://a.test/.....", "http://a.test/" },
  { "backslashes", "https:\\\\a.test/x", "https:\\\\a.test/x" },
  { "japanese-host", "http://日本語.jp/あ http://日本語のページ", "http://日本語.jp/" },
  { "japanese-behind-host", "http://ab.testから", "http://ab.test" },
  { "no-word-start", "xhttp://ab.test/", "http://ab.test/" },
  { "bare-host", "go to ab.test today, ab.test. (bb.test)", "http://ab.test http://ab.test http://bb.test" },
  { "bare-host-and-path", "ab.test/x?y, bb.test:80? cc.test", "http://ab.test/x?y http://bb.test:80 http://cc.test" },
  { "bare-host-in-japanese", "こちらab.testへ", "http://ab.test" },
  { "bare-host-behind-rule", "-----ab.test-----", "http://ab.test" },
  { "bare-host-behind-ellipsis", "and so on...ab.test", "http://ab.test" },
  { "bare-host-of-many-labels", "a.b.c.dd.test", "http://a.b.c.dd.test" },
  { "no-bare-host", "a..bb.test a-.bb.test cmd.exe README.md 10.1.1.1 @ab.test 3.14 a_b.c_d ab.invalid", "" },
  { "nothing", "a.b c", "" },
  { "marks-alone", ": . :// ://a.test wwww.a.test ww.a.test", "" },
  { "in-capitals", "HTTP://a.test WWW.b.test", "HTTP://a.test http://WWW.b.test" },
  { "one-behind-another", "https://a.test,https://b.test <ftp://c.test>",
    "https://a.test,https://b.test ftp://c.test" },
  { "with-an-address", "mailto:a@b.test,c@d.test", "mailto:a@b.test,c@d.test" },
  { "mailto", "mailto:a@b.test", "mailto:a@b.test" },
  { "mailto-nobody", "mailto:nobody", "" },
  { "mailto-twice", "mailto:mailto:nobody mailto:a@b.test", "mailto:a@b.test" },
  { "mailto-of-url", "mailto:http://a.test/", "http://a.test/" },
  { "address", "write to a.b@c.test.", "mailto:a.b@c.test" },
  { "address-in-japanese", "お問い合わせ：info@a.testまで", "mailto:info@a.test" },
  { "address-in-brackets", "<a@b.test>,(c@d.test)", "mailto:a@b.test mailto:c@d.test" },
  { "no-address", "@ a@ @b a@b a@.. @a.test", "" },
  { "handle-in-a-path", "https://a.test/@name.x", "https://a.test/@name.x" },
  { "full-width-brackets", "（https://a.test/）「https://b.test/」", "https://a.test/ https://b.test/" },
};

static void
test_plain (gconstpointer data)
{
  const PlainCase *row = data;
  g_autofree char *text = g_strdup_printf ("From: a@b.test\nContent-Type: text/plain; charset=utf-8\n"
                                           "Content-Transfer-Encoding: 8bit\n\n%s\n",
                                           row->body);
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < message->links->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            ((BuoyLink *) g_ptr_array_index (message->links, i))->href);
  g_assert_cmpstr (found->str, ==, row->hrefs);
}

/* A URL of only brackets: its end is found in one pass. */
static void
test_brackets (void)
{
  g_autofree char *brackets = g_strnfill (1024 * 1024, ')');
  g_autofree char *text = g_strconcat ("From: a@b.test\n\nhttps://", brackets, NULL);
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);

  g_assert_cmpuint (message->links->len, ==, 0);
}

static guint64
count_steps (const char *unit, gsize n)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n\n");
  g_autoptr (BuoyMessage) message = NULL;

  while (n-- > 0)
    g_string_append (text, unit);
  message = page_case_read_mail (text->str);
  return buoy_budget_get_n_steps (message->budget);
}

/* Twice the length takes twice the steps, however many possible links there are. */
static void
test_steps (void)
{
  static const char *const units[]
      = { "mailto:", "mailto:x-", "http://", "a.", ".", "@", "a@b.", "www.", "http://-", "日本.", "((http://" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const guint64 one = count_steps (units[i], 5000);

      g_test_message ("%s", units[i]);
      g_assert_cmpuint (one, >, 0);
      g_assert_cmpuint (count_steps (units[i], 10000), <, one * 22 / 10);
    }
}

/* Links that every program recognises, and those that only some do. */
static void
test_named (void)
{
  g_autoptr (BuoyMessage) message = page_case_read_mail ("From: a@b.test\n\nab.test www.ab.test ab.test/x\n");
  static const BuoyLinkKind kinds[] = { BUOY_LINK_NAMED, BUOY_LINK_PLAIN, BUOY_LINK_PLAIN };

  g_assert_cmpuint (message->links->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (((BuoyLink *) g_ptr_array_index (message->links, i))->kind, ==, kinds[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (plain_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plain-links/", plain_cases[i].name, NULL);

      g_test_add_data_func (path, &plain_cases[i], test_plain);
    }
  g_test_add_func ("/plain-links/named", test_named);
  g_test_add_func ("/plain-links/only-brackets", test_brackets);
  g_test_add_func ("/plain-links/steps", test_steps);
  return g_test_run ();
}
