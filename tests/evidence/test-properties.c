/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Properties of all URLs, tested with a fixed seed: canonicalising is idempotent, no bytes crash a parser, and a link
 * whose text is its target matches, however either is encoded.
 */
#include "config.h"

#include <string.h>

#include "base/host/buoy-host.h"
#include "base/shown/buoy-refang.h"
#include "base/text/buoy-text.h"
#include "evidence/buoy-evidence.h"
#include "evidence/links/buoy-href.h"

#define N_ROUNDS 4000
#define SEED 20261124

static const char *const pieces[] = {
  "http",    "https", "ftp",   "file", "mailto", "javascript", ":",     "//",  "/",    "\\",       "@",
  "?",       "#",     "&",     "=",    "%",      "%2e",        "%00",   "%zz", ".",    "..",       "www",
  "example", "com",   "co.jp", "test", "xn--",   "日本語",     "ｅｘ",  "。",  "ß",    "\xc2\xad", "\xe2\x80\x8b",
  "\t",      "\n",    " ",     "0x7f", "127.1",  "256",        "[::1]", "[",   "]",    ":80",      ":99999",
  "a",       "B",     "-",     "_",    "'",      "\"",         "<",     "|",   "\x01", "\x7f",     "é",
  "🐚",
};

static char *
random_text (GRand *dice, guint max)
{
  GString *out = g_string_new (NULL);
  const guint n = (guint) g_rand_int_range (dice, 1, (gint32) max);

  for (guint i = 0; i < n; i++)
    g_string_append (out, pieces[g_rand_int_range (dice, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (out, FALSE);
}

static char *
url_again (const char *text)
{
  g_autoptr (BuoyUrl) url = buoy_url_parse (text, NULL);

  return url != NULL ? buoy_url_to_string (url) : NULL;
}

static void
test_twice (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *text = random_text (dice, 12);
      g_autofree char *once = url_again (text);
      g_autofree char *twice = once != NULL ? url_again (once) : NULL;
      g_autofree char *ascii = buoy_host_to_ascii (text);
      g_autofree char *ascii_again = buoy_host_to_ascii (ascii);

      g_test_message ("%s", text);
      g_assert_cmpstr (once, ==, twice);
      g_assert_cmpstr (ascii, ==, ascii_again);
    }
}

static void
test_text_twice (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (SEED);
  char *(*const forms[]) (const char *)
      = { buoy_text_squeeze, buoy_text_strip_invisible, buoy_text_in_order, buoy_text_fold };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *text = random_text (dice, 12);

      for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
        {
          g_autofree char *once = forms[j](text);
          g_autofree char *twice = forms[j](once);

          g_test_message ("form %u of %s", j, text);
          g_assert_cmpstr (once, ==, twice);
        }
    }
}

/* No href crashes buoy_href_open(), with or without a base. */
static void
test_any_href (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (SEED + 1);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *href = random_text (dice, 10);
      g_autofree char *base = random_text (dice, 6);
      g_autoptr (BuoyUrl) alone = buoy_href_open (href, NULL);
      g_autoptr (BuoyUrl) based = buoy_href_open (href, base);

      if (alone != NULL)
        g_assert_nonnull (alone->scheme);
      if (based != NULL)
        g_assert_nonnull (based->scheme);
      buoy_href_is_dead_end (href);
    }
}

static const char *const hosts[] = {
  "www.example.com", "shop.example.co.jp", "bücher.example",  "日本語.jp",
  "192.0.2.7",       "xn--wgv71a119e.jp",  "a-b.example.org", "localhost.example",
};
static const char *const tails[] = {
  "", "/", "/a/b?c=d&e=f", "/%E3%81%82?x=%5C#top", "/Case/Path", ":8443/x", "/?u=https%3A%2F%2Fother.example",
};

static char *
encode_entities (const char *text, GRand *dice)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gint32 way = g_rand_int_range (dice, 0, 4);

      if (way == 0)
        g_string_append_printf (out, "&#%u;", c);
      else if (way == 1)
        g_string_append_printf (out, "&#x%X;", c);
      else if (c == '&' || c == '<' || c == '"')
        g_string_append_printf (out, "&#%u;", c);
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Spellings that are equivalent in a browser: percent-encoded letters in the host, upper case, tabs. */
static char *
disguise_host (const char *host, GRand *dice)
{
  GString *out = g_string_new (NULL);

  for (const char *p = host; *p != '\0'; p++)
    {
      const gint32 way = g_rand_int_range (dice, 0, 8);

      if (way == 0 && (guchar) *p < 0x80)
        g_string_append_printf (out, "%%%02x", (guchar) *p);
      else
        g_string_append_c (out, way == 1 ? g_ascii_toupper (*p) : *p);
      if (way == 2 && (guchar) p[1] < 0x80)
        g_string_append_c (out, '\t');
    }
  return g_string_free (out, FALSE);
}

static BuoyEvidence *
read_mail (const char *html)
{
  g_autofree char *mail = g_strconcat ("From: a@sender.test\nContent-Type: text/html; charset=utf-8\n\n", html, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (mail, strlen (mail));
  g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (bytes, NULL);

  return buoy_evidence_new (message, NULL, FALSE);
}

static void
test_identical (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (SEED + 2);

  for (guint i = 0; i < N_ROUNDS / 4; i++)
    {
      const char *host = hosts[g_rand_int_range (dice, 0, G_N_ELEMENTS (hosts))];
      const char *tail = tails[g_rand_int_range (dice, 0, G_N_ELEMENTS (tails))];
      g_autofree char *odd_host = disguise_host (host, dice);
      g_autofree char *url = g_strconcat ("https://", host, tail, NULL);
      g_autofree char *odd_url = g_strconcat ("https://", odd_host, tail, NULL);
      g_autofree char *text = encode_entities (url, dice);
      g_autofree char *href = encode_entities (odd_url, dice);
      g_autofree char *html
          = g_strdup_printf (i % 2 == 0 ? "<a href=\"%s\">%s</a>" : "<a href=\" %s\n\">&lt;%s&gt; </a>", href, text);
      g_autoptr (BuoyEvidence) evidence = read_mail (html);
      const BuoyTarget *target = g_ptr_array_index (evidence->targets, 0);

      g_test_message ("%s", html);
      g_assert_cmpint (target->state, ==, BUOY_TARGET_MATCH);
    }
}

static const struct
{
  const char *name; /* name in the mail */
  const char *iconv;
} charsets[] = {
  { "utf-8", "UTF-8" },       { "UTF-7", "UTF-7" },      { "utf-16", "UTF-16" },
  { "utf-16be", "UTF-16BE" }, { "UTF-32", "UTF-32" },    { "iso-2022-jp", "ISO-2022-JP" },
  { "Shift_JIS", "CP932" },   { "euc-jp", "EUC-JP-MS" }, { "gb18030", "GB18030" },
  { "us-ascii", "UTF-8" },    { "iso-8859-1", "UTF-8" },
};

static void
append_quoted (GString *mail, const guchar *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (mail, i % 20 == 19 ? "=%02X=\n" : "=%02X", bytes[i]);
}

/* A page in that charset, as base64 or quoted-printable (RFC 2045 §6). */
static BuoyEvidence *
read_encoded (const char *html, guint charset, gboolean quoted)
{
  gsize length;
  g_autoptr (GString) mail = g_string_new ("From: a@sender.test\n");
  g_autofree char *coded = g_convert (html, -1, charsets[charset].iconv, "UTF-8", NULL, &length, NULL);
  g_autofree char *base64 = g_base64_encode ((const guchar *) coded, length);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  g_assert_nonnull (coded);
  g_string_append_printf (mail, "Content-Type: text/html; charset=%s\nContent-Transfer-Encoding: %s\n\n",
                          charsets[charset].name, quoted ? "quoted-printable" : "base64");
  if (quoted)
    append_quoted (mail, (const guchar *) coded, length);
  else
    g_string_append (mail, base64);
  bytes = g_bytes_new (mail->str, mail->len);
  message = buoy_message_new_from_bytes (bytes, NULL);
  return buoy_evidence_new (message, NULL, FALSE);
}

static void
test_identical_encoded (void)
{
  static const char *const pages[] = {
    "<a href=\"https://www.example.com/a?b=c&amp;d=e\">https://www.example.com/a?b=c&amp;d=e</a>",
    "案内<a href=\"https://日本語.jp/案内\">https://日本語.jp/案内</a>",
    "<a href=\"https:\\\\www.example.com\\a\">こちらwww.example.comへ</a>",
    "<a href=\"https://ｗｗｗ．example.com/\">ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ</a>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint k = 0; k < G_N_ELEMENTS (charsets); k++)
      for (guint quoted = 0; quoted < 2; quoted++)
        {
          g_autoptr (BuoyEvidence) evidence = read_encoded (pages[i], k, quoted == 1);
          const BuoyTarget *target;

          g_test_message ("%s %u %s", charsets[k].name, quoted, pages[i]);
          g_assert_cmpuint (evidence->targets->len, ==, 1);
          target = g_ptr_array_index (evidence->targets, 0);
          g_assert_cmpint (target->state, ==, BUOY_TARGET_MATCH);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/twice", test_twice);
  g_test_add_func ("/properties/text-twice", test_text_twice);
  g_test_add_func ("/properties/any-href", test_any_href);
  g_test_add_func ("/properties/identical", test_identical);
  g_test_add_func ("/properties/identical-encoded", test_identical_encoded);
  return g_test_run ();
}
