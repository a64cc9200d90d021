/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Structures that programs read differently: each reading is judged, and what is shown in only one excuses nothing.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message-builder.h"
#include "message/buoy-page.h"
#include "page-cases.h"

#define LIE "<a href=\"https://last.test/\">here</a>"
#define LAST_PAGE "\n--b\nContent-Type: text/html\n\n" LIE "\n--b--\n"
#define MIXED "Content-Type: multipart/mixed; boundary=b\n"

/* A ContentInfo of SignedData around a page, with indefinite lengths and the content in two pieces. */
#define SIGNED                                                                     \
  "MIAGCSqGSIb3DQEHAqCAMIACAQExADCABgkqhkiG9w0BBwGggCSABCFDb250ZW50LVR5cGU6IHRl\n" \
  "eHQvaHRtbA0KDQo8YSBocmUEIWY9Imh0dHBzOi8vbGFzdC50ZXN0LyI+aGVyZTwvYT4NCgAAAAAA\n" \
  "ADEAAAAAAAAA\n"

/* A page in uuencode; its second line begins like "end". */
#define ENCODED                                                        \
  "(/' ^>#PO<#X \n"                                                    \
  "END @(\" @(\" @(\" @(\" @(\" @(\" @(\" @(\" @(\" @(\" @(\" @(   \n" \
  "E/&$@:')E9CTB:'1T<',Z+R]L87-T+G1E<W0O(CYH97)E/\"]A/@  \n"

static gboolean
has_note (const GPtrArray *notes, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) notes, name, g_str_equal, NULL);
}

static void
append_times (GString *text, const char *unit, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
}

typedef struct
{
  const char *name;
  const char *text; /* after "From: a@b.test\n"; some program shows the link to last.test */
  gboolean is_text; /* only as a text */
} ReadingCase;

static const ReadingCase reading_cases[] = {
  { "longer-boundary", MIXED "\n--b\n\nx\n--bX\nContent-Type: text/html\n\n" LIE "\n--b--\n", FALSE },
  { "longer-boundary-first", MIXED "\n--bX\nContent-Type: text/html\n\n" LIE "\n--b--\n", FALSE },
  { "longer-boundary-of-outer",
    MIXED "\n--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nx\n--bX\nContent-Type: text/html\n\n" LIE
          "\n--c--\n--b--\n",
    FALSE },
  { "longer-boundary-in-message",
    MIXED "\n--b\nContent-Type: message/rfc822\n\nFrom: c@d.test\n\nx\n--bX\nContent-Type: text/html\n\n" LIE
          "\n--b--\n",
    FALSE },
  { "several-longer", MIXED "\n--b\n\nx\n--b1\n\ny\n--b2\nContent-Type: text/html\n\n" LIE "\n--b--\n", FALSE },
  { "two-boundaries-last", "Content-Type: multipart/mixed; boundary=a; boundary=b\n\n--a\n\nx\n--a--" LAST_PAGE,
    FALSE },
  { "two-boundaries-first", "Content-Type: multipart/mixed; boundary=b; boundary=a\n" LAST_PAGE "--a\n\nx\n--a--\n",
    FALSE },
  { "boundary-with-comment", "Content-Type: multipart/mixed; boundary=b (x)\n" LAST_PAGE, FALSE },
  { "boundary-cut-at-special", "Content-Type: multipart/mixed; boundary=b/c\n" LAST_PAGE, FALSE },
  { "boundary-unclosed", "Content-Type: multipart/mixed; boundary=\"b\n" LAST_PAGE, FALSE },
  { "boundary-escaped-raw",
    "Content-Type: multipart/mixed; boundary=\"b\\c\"\n\n--b\\c\nContent-Type: text/html\n\n" LIE "\n--b\\c--\n",
    FALSE },
  { "boundary-and-continuation", "Content-Type: multipart/mixed; boundary*0=a; boundary*1=c; boundary=b\n" LAST_PAGE,
    FALSE },
  { "escape-in-ascii", "Content-Type: text/html; charset=us-ascii\n\n\033(I" LIE "\n", FALSE },
  { "escape-without-charset", "Content-Type: text/html\n\n\033(I" LIE "\n", FALSE },
  { "unknown-escape", "Content-Type: text/html; charset=iso-2022-jp\n\n\033$Z" LIE "\n", FALSE },
  { "escape-within-name",
    "Content-Type: text/html; charset=iso-2022-jp\n\n\033(I<a hr\033(Bef=\"https://last.test/\">here</a>\n", FALSE },
  { "mark-of-other-charset",
    "Content-Type: text/html; charset=utf-7\n\n\xef\xbb\xbf+ADw-a href=\"https://last.test/\">here+ADw-/a>\n", FALSE },
  { "rare-charset", "Content-Type: text/html; charset=IBM037\n\n" LIE "\n", FALSE },
  { "unknown-jis", "Content-Type: text/html; charset=iso-2022-jp-9\n\n\033$B" LIE "\n", FALSE },
  { "data-behind-padding",
    "Content-Type: text/html\nContent-Transfer-Encoding: base64\nContent-Transfer-Encoding: 8bit\n\neA==\n"
    "PGEgaHJlZj0iaHR0cHM6Ly9sYXN0LnRlc3QvIj5oZXJlPC9hPg==\n",
    FALSE },
  { "encoding-with-semicolon",
    "Content-Type: text/html\nContent-Transfer-Encoding: base64;\n\n"
    "PGEgaHJlZj0iaHR0cHM6Ly9sYXN0LnRlc3QvIj5oZXJlPC9hPg==\n",
    FALSE },
  { "typed-text", "Content-Type: text/plain\n\nContent-Type: text/html\n\n" LIE "\n", FALSE },
  { "typed-text-behind-signature",
    "Content-Type: text/plain\n\nx\n-----END PGP SIGNATURE-----\nContent-Type: text/html\n\n" LIE "\n", FALSE },
  { "typed-text-behind-binhex",
    "Content-Type: text/plain\n\n(This file must be converted with BinHex 4.0)\r\n:x:\r\nContent-Type: "
    "text/html\n\n" LIE "\n",
    FALSE },
  { "signed-content",
    "Content-Type: application/pkcs7-mime; smime-type=signed-data\nContent-Transfer-Encoding: base64\n\n" SIGNED,
    FALSE },
  { "richtext", "Content-Type: text/richtext\n\nhttps://last.test/\n", TRUE },
  { "unknown-text", "Content-Type: text/x-patch\n\n+ see https://last.test/\n", TRUE },
  { "unknown-text-named", "Content-Type: text/x-log; name=\"a.log\"\n\nhttps://last.test/\n", TRUE },
  { "external-body", "Content-Type: message/external-body; access-type=URL; URL=\"https://last.test/\"\n\n\n", TRUE },
};

/* Whether the link is read, in a page or in a text; it excuses only if there is a single reading. */
static gboolean
is_read (const BuoyMessage *message, gboolean in_page)
{
  for (guint i = 0; i < message->links->len; i++)
    {
      const BuoyLink *link = g_ptr_array_index (message->links, i);

      g_assert_cmpint (link->surely_seen, ==, !in_page);
      if (link->in_html == in_page && g_str_equal (link->href, "https://last.test/"))
        return TRUE;
    }
  for (guint i = 0; i < message->inner->len; i++)
    if (is_read (g_ptr_array_index (message->inner, i), in_page))
      return TRUE;
  return FALSE;
}

static void
test_reading (gconstpointer data)
{
  const ReadingCase *row = data;
  g_autofree char *text = g_strconcat ("From: a@b.test\nMIME-Version: 1.0\n", row->text, NULL);
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);

  g_assert_true (is_read (message, !row->is_text));
  g_assert_cmpuint (message->limits->len, ==, 0);
}

/* A structure that all programs read in the same way is read once. */
static void
test_plain_structure (gconstpointer text)
{
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);
  const BuoyLink *link;

  g_assert_cmpuint (message->links->len, ==, 1);
  link = g_ptr_array_index (message->links, 0);
  g_assert_true (link->surely_seen);
}

/* Many lines that only start with a boundary are not tried one by one, and that is reported. */
static void
test_ambiguous_wall (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n" MIXED "\n--b\n\n");
  g_autoptr (BuoyMessage) message = NULL;

  append_times (text, "--bX\nContent-Type: text/plain\n\nx\n", 1000);
  message = page_case_read_mail (text->str);
  g_assert_true (has_note (message->limits, "parts"));
}

/* A byte order mark of the declared charset leaves a single reading. */
static void
test_mark (void)
{
  g_autoptr (BuoyMessage) message
      = page_case_read_mail ("From: a@b.test\nContent-Type: text/html; charset=utf-8\n\n\xef\xbb\xbf" LIE "\n");

  g_assert_cmpuint (message->links->len, ==, 1);
  g_assert_cmpstr (message->html_others, ==, "");
  g_assert_true (((BuoyLink *) g_ptr_array_index (message->links, 0))->surely_seen);
}

/* A link that occurs many times in another reading is kept once. */
static void
test_known_links (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\nContent-Type: text/html; charset=us-ascii\n\n");
  g_autoptr (BuoyMessage) message = NULL;

  append_times (text, "\033(I" LIE "\033(B" LIE "<a href=\"https://other.test/\">here</a>\n", 50);
  message = page_case_read_mail (text->str);
  g_assert_cmpuint (message->links->len, ==, 100);
}

/* A plain text that names its type shows the same links as one that does not. */
static void
test_same_links_in_typed_text (void)
{
  g_autoptr (BuoyMessage) message
      = page_case_read_mail ("From: a@b.test\n\nContent-Type: text/plain\n\nhttps://last.test/\n");

  g_assert_cmpuint (message->links->len, ==, 1);
  g_assert_false (has_note (message->anomalies, BUOY_ANOMALY_AMBIGUOUS));
}

/* If a program may show a part instead of the text, the links of the text excuse nothing. */
static void
test_text_not_shown (gconstpointer text)
{
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);

  g_assert_cmpuint (message->links->len, ==, 1);
  g_assert_false (((const BuoyLink *) g_ptr_array_index (message->links, 0))->surely_seen);
}

/* A line of data that begins like "end" does not end a file. */
static void
test_whole_file (gconstpointer text)
{
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);
  const BuoyPage *page;

  g_assert_cmpuint (message->pages->len, ==, 1);
  page = g_ptr_array_index (message->pages, 0);
  g_assert_cmpuint (page->content->links->len, ==, 1);
}

/* A text at the greatest depth, whose parts are too deep. */
static void
test_typed_text_too_deep (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n");
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < BUOY_MAX_DEPTH; i++)
    g_string_append_printf (text, "Content-Type: multipart/mixed; boundary=b%02u\n\n--b%02u\n", i, i);
  g_string_append (text, "Content-Type: text/plain\n\nContent-Type: text/html\n\n" LIE "\n");
  message = page_case_read_mail (text->str);
  g_assert_true (has_note (message->limits, "depth"));
}

/* Encrypted content cannot be read, so its length does not exceed a limit. */
static void
test_long_encrypted (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\nContent-Type: application/pkcs7-mime\n\n"
                                           "\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03\xa0\x80");
  g_autoptr (BuoyMessage) message = NULL;
  const gsize start = text->len;

  g_string_set_size (text, start + BUOY_MAX_FILES_BYTES + 1);
  memset (text->str + start, 'x', BUOY_MAX_FILES_BYTES + 1);
  message = page_case_read_mail (text->str);
  g_assert_cmpuint (message->limits->len, ==, 0);
}

/* More encodings that only some programs know than are tried; that is reported. */
static void
test_many_named_encodings (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n" MIXED);
  g_autoptr (BuoyMessage) message = NULL;

  append_times (text,
                "\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64;\n\n"
                "PGEgaHJlZj0iaHR0cHM6Ly9sYXN0LnRlc3QvIj5oZXJlPC9hPg==",
                BUOY_MAX_READINGS + 1);
  message = page_case_read_mail (text->str);
  g_assert_true (has_note (message->limits, "parts"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (reading_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/readings/shown/", reading_cases[i].name, NULL);

      g_test_add_data_func (path, &reading_cases[i], test_reading);
    }
  g_test_add_data_func ("/readings/plain/boundary-in-quotes",
                        "From: a@b.test\nContent-Type: multipart/mixed; boundary=\"= boundary =x\"\n\n--= boundary =x\n"
                        "Content-Type: text/html\n\n" LIE "\n--= boundary =x--\n",
                        test_plain_structure);
  g_test_add_data_func ("/readings/plain/boundary-in-pieces",
                        "From: a@b.test\nContent-Type: multipart/mixed; boundary*0=b; boundary*1=c\n\n--bc\n"
                        "Content-Type: text/html\n\n" LIE "\n--bc--\n",
                        test_plain_structure);
  g_test_add_data_func ("/readings/plain/nested-longer-boundary",
                        "From: a@b.test\n" MIXED "\n--b\nContent-Type: multipart/mixed; boundary=bc\n\n--bc\n"
                        "Content-Type: text/html\n\n" LIE "\n--bc--\n\n--b\n\nx\n--b--\n",
                        test_plain_structure);
  g_test_add_func ("/readings/mark", test_mark);
  g_test_add_func ("/readings/known-links", test_known_links);
  g_test_add_func ("/readings/same-links-in-typed-text", test_same_links_in_typed_text);
  g_test_add_data_func ("/readings/text-not-shown/typed",
                        "From: a@b.test\n\nContent-Type: text/html\n\n<!-- https://last.test/ -->\n",
                        test_text_not_shown);
  g_test_add_data_func ("/readings/text-not-shown/file", "From: a@b.test\n\nbegin 644 a.bin\nhttps://last.test/\nend\n",
                        test_text_not_shown);
  g_test_add_data_func ("/readings/whole-file/uuencode", "From: a@b.test\n\nbegin 644 a.html\n" ENCODED "`\nend\n",
                        test_whole_file);
  g_test_add_func ("/readings/typed-text-too-deep", test_typed_text_too_deep);
  g_test_add_func ("/readings/long-encrypted", test_long_encrypted);
  g_test_add_func ("/readings/many-named-encodings", test_many_named_encodings);
  g_test_add_func ("/readings/ambiguous-wall", test_ambiguous_wall);
  return g_test_run ();
}
