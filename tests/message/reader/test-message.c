/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message's facts: charsets as Japanese mail uses and misuses them, parts, limits, malformed input.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message.h"
#include "message/buoy-page.h"

static BuoyMessage *
read_bytes (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  BuoyMessage *message = buoy_message_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return message;
}

static BuoyMessage *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

typedef struct
{
  const char *name;
  const char *header;
  const char *subject;
} SubjectCase;

static const SubjectCase subject_cases[] = {
  { "utf-8-b", "=?UTF-8?B?44GI44GN44Gt44Gj44Go?=", "えきねっと" },
  { "utf-8-q", "=?utf-8?Q?=E3=81=82_x?=", "あ x" },
  { "iso-2022-jp", "=?ISO-2022-JP?B?GyRCJCgkLSRNJEMkSBsoQg==?=", "えきねっと" },
  { "shift-jis", "=?Shift_JIS?B?gqaCq4LLgsGCxg==?=", "えきねっと" },
  { "euc-jp", "=?EUC-JP?B?pKikraTNpMOkyA==?=", "えきねっと" },
  { "two-words", "=?UTF-8?B?44GI44GN?= =?UTF-8?B?44Gt44Gj44Go?=", "えきねっと" },
  { "cut-within-a-character", "=?UTF-8?B?44GI4w==?= =?UTF-8?B?gY3jga3jgaPjgag=?=", "えきねっと" },
  { "raw-utf-8", "えきねっと", "えきねっと" },
  { "raw-iso-2022-jp", "\033$B$($-$M$C$H\033(B", "えきねっと" },
  { "raw-shift-jis", "\x82\xa6\x82\xab\x82\xcb\x82\xc1\x82\xc6", "えきねっと" },
  { "raw-euc-jp", "\xa4\xa8\xa4\xad\xa4\xcd\xa4\xc3\xa4\xc8", "えきねっと" },
  { "folded", "one\n  two", "one two" },
};

static void
test_subject (gconstpointer data)
{
  const SubjectCase *row = data;
  g_autofree char *text = g_strdup_printf ("From: a@b.test\nSubject: %s\n\nx\n", row->header);
  g_autoptr (BuoyMessage) message = read_text (text);

  g_assert_cmpstr (message->subject, ==, row->subject);
}

typedef struct
{
  const char *name;
  const char *charset;
  const char *body;
  const char *text;
} CharsetCase;

static const CharsetCase charset_cases[] = {
  { "utf-8", "utf-8", "あ", "あ" },
  { "iso-2022-jp", "iso-2022-jp", "\033$B$\"\033(B", "あ" },
  { "iso-2022-jp-nec", "iso-2022-jp", "\033$B-!\033(B", "①" },
  { "shift_jis", "Shift_JIS", "\x82\xa0\x87\x40", "あ①" },
  { "euc-jp", "euc-jp", "\xa4\xa2", "あ" },
  { "none-said", NULL, "\x82\xa0\x82\xa2", "あい" },
  { "us-ascii-lie", "us-ascii", "\033$B$\"\033(B", "あ" },
  { "unknown", "x-no-such", "あ", "あ" },
  { "marked-utf-8", "iso-8859-1", "\xef\xbb\xbfあ", "あ" },
  { "marked-big-endian", "utf-8", "\xfe\xff\x30\x42\x30\x44", "あい" },
  { "marked-little-endian", NULL, "\xff\xfe\x42\x30\x44\x30", "あい" },
  { "broken-utf-8", "utf-8", "a\xff z", "a\xef\xbf\xbd z" },
};

static void
test_charset (gconstpointer data)
{
  const CharsetCase *row = data;
  g_autofree char *type = row->charset != NULL ? g_strdup_printf ("; charset=%s", row->charset) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("From: a@b.test\nMIME-Version: 1.0\nContent-Type: text/plain%s\n"
                                           "Content-Transfer-Encoding: 8bit\n\n%s",
                                           type, row->body);
  g_autoptr (BuoyMessage) message = read_text (text);

  g_assert_cmpstr (message->plain_text, ==, row->text);
}

static void
test_headers (void)
{
  g_autoptr (BuoyMessage) message
      = read_text ("Received: by b.test; x\nX-A: 1\nReceived: by c.test; y\nX-A: 2\nFrom: a@b.test\n\nx");
  const BuoyReceived *second = g_ptr_array_index (message->received, 1);

  g_assert_cmpuint (message->headers->len, ==, 5);
  g_assert_cmpstr (buoy_message_get_header (message, "x-a"), ==, "1");
  g_assert_cmpuint (second->header_index, ==, 2);
  g_assert_cmpstr (second->by, ==, "c.test");
}

static void
test_attachment (void)
{
  g_autoptr (BuoyMessage) message
      = read_text ("From: a@b.test\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
                   "--x\nContent-Type: text/plain\n\nhello\n"
                   "--x\nContent-Type: text/html\nContent-Disposition: attachment; filename=page.pdf\n\n"
                   "<a href='http://evil.test'>x</a>\n"
                   "--x\nContent-Type: text/x-log\nContent-Disposition: attachment; filename=a.log\n\n"
                   "http://evil.test/\n--x--\n");

  g_assert_cmpuint (message->links->len, ==, 0);
  g_assert_cmpuint (message->attachments->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (message->attachments, 0), ==, "a.log");
}

/* RFC 2231: a name in pieces, with a charset. */
static void
test_file_name (void)
{
  g_autoptr (BuoyMessage) message = read_text ("From: a@b.test\nContent-Type: application/pdf\nContent-Disposition: "
                                               "attachment; filename*0*=utf-8''%E3%81%82; filename*1=x.pdf\n\nx\n");

  g_assert_cmpstr (g_ptr_array_index (message->attachments, 0), ==, "あx.pdf");
}

/* A reader sees one of the alternatives; which one is unknown. */
static void
test_alternatives (void)
{
  g_autoptr (BuoyMessage) message
      = read_text ("From: a@b.test\nContent-Type: multipart/alternative; boundary=x\n\n"
                   "--x\n\nhttps://plain.test/\n"
                   "--x\nContent-Type: text/html\n\n<a href='https://html.test/'>y</a>\n--x--\n");
  const BuoyLink *plain = g_ptr_array_index (message->links, 0);
  const BuoyLink *html = g_ptr_array_index (message->links, 1);

  g_assert_cmpuint (message->links->len, ==, 2);
  g_assert_cmpstr (plain->href, ==, "https://plain.test/");
  g_assert_false (plain->in_html);
  g_assert_cmpstr (html->href, ==, "https://html.test/");
  g_assert_true (html->in_html);
}

static void
test_inner (void)
{
  g_autoptr (BuoyMessage) message
      = read_text ("From: a@b.test\nContent-Type: message/rfc822\n\nFrom: c@d.test\n\nhttps://e.test/\n");
  const BuoyMessage *inner = g_ptr_array_index (message->inner, 0);
  const BuoyMailbox *from = g_ptr_array_index (inner->from, 0);

  g_assert_cmpuint (message->links->len, ==, 0);
  g_assert_cmpstr (from->address, ==, "c@d.test");
  g_assert_cmpuint (inner->links->len, ==, 1);
}

/* Two From fields, one with a group: everything is recorded, nothing is judged here. */
static void
test_several_from (void)
{
  g_autoptr (BuoyMessage) message = read_text ("From: a@b.test\nFrom: G: c@d.test;\n\nx");

  g_assert_cmpuint (message->n_from_headers, ==, 2);
  g_assert_cmpuint (message->from->len, ==, 2);
  g_assert_true (message->from_has_group);
}

typedef struct
{
  const char *name;
  const char *text;
  BuoyError code;
} BadCase;

static const BadCase bad_cases[] = {
  { "empty", "", BUOY_ERROR_EMPTY },
  { "no-header", "\nx\n", BUOY_ERROR_NOT_MAIL },
  { "prose", "This is a text and no mail at all.\nReally.\n", BUOY_ERROR_NOT_MAIL },
  { "binary",
    "\x7f"
    "ELF\x02\x01\x01",
    BUOY_ERROR_NOT_MAIL },
};

static void
test_bad (gconstpointer data)
{
  const BadCase *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new (row->text, strlen (row->text));
  g_autoptr (GError) error = NULL;

  g_assert_null (buoy_message_new_from_bytes (bytes, &error));
  g_assert_error (error, BUOY_ERROR, (int) row->code);
}

/* A large base64 attachment or prose with colons exceeds no limit. */
static void
test_large (gconstpointer unit)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n\n");
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, unit);
  message = read_text (text->str);
  g_assert_cmpuint (message->headers->len, ==, 1);
}

static gboolean
has_note (const GPtrArray *notes, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) notes, name, g_str_equal, NULL);
}

static void
test_truncated (void)
{
  g_autoptr (BuoyMessage) message = read_text ("From: a@b.test\nContent-Type: multipart/mixed; boundary=x\n\n"
                                               "--x\nContent-Type: text/html\n\n<a href='https://c.test/'>y</a");

  g_assert_true (has_note (message->anomalies, "truncated"));
  g_assert_cmpuint (message->links->len, ==, 1);
}

static void
test_unknown_charset (void)
{
  g_autoptr (BuoyMessage) message = read_text ("From: a@b.test\nContent-Type: text/plain; charset=x-no-such\n\nx");

  g_assert_true (has_note (message->anomalies, "bad-charset"));
}

static void
test_nested_parts (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\nMIME-Version: 1.0\n");
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  message = read_bytes (text->str, text->len);
  g_assert_true (has_note (message->limits, "depth"));
}

/* The middle of an overlong page is left out; links at both ends are read. */
static void
test_long_page (void)
{
  g_autofree char *filling = g_strnfill (BUOY_MAX_PAGE_BYTES, 'x');
  g_autofree char *text
      = g_strdup_printf ("From: a@b.test\nContent-Type: text/html\n\n<a href=\"https://first.test/\">1</a>"
                         "<!-- %s --><a href=\"https://last.test/\">2</a>",
                         filling);
  g_autoptr (BuoyMessage) message = read_text (text);
  const BuoyLink *last;

  g_assert_true (has_note (message->limits, "page"));
  g_assert_cmpuint (message->links->len, ==, 2);
  last = g_ptr_array_index (message->links, 1);
  g_assert_cmpstr (last->href, ==, "https://last.test/");
}

/* A page with its photographs in data: URLs is read completely. */
static void
test_page_with_pictures (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\nContent-Type: text/html\n\n");
  g_autofree char *photograph = g_strnfill (1536 * 1024, 'A');
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < 4; i++)
    g_string_append_printf (text,
                            "<p>x<a href=\"https://%u.test/\"><img src=\"data:image/png;base64,iVBORw0KGgo%s\"></a>", i,
                            photograph);
  message = read_text (text->str);
  g_assert_cmpuint (message->limits->len, ==, 0);
  g_assert_cmpuint (message->links->len, ==, 4);
  g_assert_cmpuint (message->n_unread_pictures, ==, 4);
}

/* Nested parts whose fields contradict each other are parsed a few times, not once for each combination. */
static void
test_contradicting_parts (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\nMIME-Version: 1.0\n");
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "Content-Type: text/plain\nContent-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i,
                            i);
  message = read_bytes (text->str, text->len);
  g_assert_true (has_note (message->limits, "parts"));
}

static void
test_many_messages (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\nContent-Type: multipart/digest; boundary=b\n\n");
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i <= BUOY_MAX_INNER; i++)
    g_string_append (text, "--b\nContent-Type: message/rfc822\n\nFrom: c@d.test\n\nx\n");
  g_string_append (text, "--b--\n");
  message = read_bytes (text->str, text->len);
  g_assert_cmpuint (message->inner->len, ==, BUOY_MAX_INNER);
  g_assert_true (has_note (message->limits, "attached"));
}

static void
test_nul (void)
{
  static const char text[] = "From: a@b.test\nSubject: x\n\na\0b";
  g_autoptr (BuoyMessage) message = read_bytes (text, sizeof text - 1);

  g_assert_true (has_note (message->anomalies, "nul-bytes"));
  g_assert_cmpstr (message->plain_text, ==,
                   "a\xef\xbf\xbd"
                   "b");
}

static void
test_mbox_line (void)
{
  g_autoptr (BuoyMessage) message
      = read_text ("From a@b.test Mon Jan  1 00:00:00 2024\nFrom: c@d.test\nSubject: s\n\nx");
  const BuoyMailbox *from = g_ptr_array_index (message->from, 0);

  g_assert_cmpstr (from->address, ==, "c@d.test");
}

/* A line of the text that looks like the start of another message in an mbox does not end this one. */
static void
test_line_like_mbox (void)
{
  g_autoptr (BuoyMessage) message = read_text ("From a@b.test Mon Jan  1 00:00:00 2024\nFrom: c@d.test\nSubject: s\n\n"
                                               "x\n\nFrom a@b.test Mon Jan  1 00:00:00 2024\nlast\n");

  g_assert_nonnull (strstr (message->plain_text, "last"));
}

#define ADD_TABLE(prefix, table, func)                                   \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                       \
    {                                                                    \
      g_autofree char *path = g_strconcat (prefix, table[i].name, NULL); \
                                                                         \
      g_test_add_data_func (path, &table[i], func);                      \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("/message/subject/", subject_cases, test_subject);
  ADD_TABLE ("/message/charset/", charset_cases, test_charset);
  ADD_TABLE ("/message/bad/", bad_cases, test_bad);
  g_test_add_data_func ("/message/large/base64", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n", test_large);
  g_test_add_data_func ("/message/large/prose", "as I said: nothing\n", test_large);
  g_test_add_func ("/message/file-name", test_file_name);
  g_test_add_func ("/message/alternatives", test_alternatives);
  g_test_add_func ("/message/inner", test_inner);
  g_test_add_func ("/message/several-from", test_several_from);
  g_test_add_func ("/message/truncated", test_truncated);
  g_test_add_func ("/message/unknown-charset", test_unknown_charset);
  g_test_add_func ("/message/headers", test_headers);
  g_test_add_func ("/message/attachment", test_attachment);
  g_test_add_func ("/message/nested-parts", test_nested_parts);
  g_test_add_func ("/message/long-page", test_long_page);
  g_test_add_func ("/message/page-with-pictures", test_page_with_pictures);
  g_test_add_func ("/message/contradicting-parts", test_contradicting_parts);
  g_test_add_func ("/message/many-messages", test_many_messages);
  g_test_add_func ("/message/nul", test_nul);
  g_test_add_func ("/message/mbox-line", test_mbox_line);
  g_test_add_func ("/message/line-like-mbox", test_line_like_mbox);
  return g_test_run ();
}
