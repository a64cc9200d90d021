/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whatever a sender writes, the output has no controls, directional overrides or extra lines.
 */
#include "config.h"

#include <bellbuoy.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "hostile-mail.h"
#include "notice/buoy-feedback.h"
#include "notice/buoy-json.h"
#include "notice/buoy-shown.h"
#include "notice/buoy-story.h"

#define N_VALUES 10000
#define SEED 20261129
#define MAX_SHOWN_BYTES 2000 /* a sentence with a name, an address */

/* Cc, Cf and line separators (UAX 44); the test's own list, independent of the code under test. */
static gboolean
moves_or_hides (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f)
         || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb)
         || c == 0x3164 || (c >= 0xe0000 && c <= 0xe0fff) || g_unichar_type (c) == G_UNICODE_FORMAT
         || g_unichar_type (c) == G_UNICODE_CONTROL;
}

static void
assert_line (const char *what, const char *line)
{
  if (line == NULL)
    return;
  if (!g_utf8_validate (line, -1, NULL))
    g_error ("%s is not UTF-8", what);
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    if (moves_or_hides (g_utf8_get_char (p)))
      {
        g_autofree char *shown = g_strescape (line, NULL);

        g_error ("%s holds U+%04X: %s", what, g_utf8_get_char (p), shown);
      }
}

static guint
count_piled_marks (const char *text)
{
  guint n = 0, most = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n = g_unichar_ismark (g_utf8_get_char (p)) ? n + 1 : 0;
      most = MAX (most, n);
    }
  return most;
}

static void
assert_shown (const char *what, const char *text)
{
  assert_line (what, text);
  if (text == NULL)
    return;
  g_assert_cmpuint (strlen (text), <, MAX_SHOWN_BYTES);
  g_assert_cmpuint (count_piled_marks (text), <=, 6);
}

static void
assert_notice (BuoyNotice *notice)
{
  const GPtrArray *findings = buoy_notice_get_findings (notice);

  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyNoticeFinding *finding = g_ptr_array_index (findings, i);

      for (guint k = 0; k < finding->lines->len; k++)
        {
          const BuoyNoticeLine *line = g_ptr_array_index (finding->lines, k);

          assert_shown (line->label, line->value);
        }
    }
}

static void
assert_statements (const GPtrArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    assert_shown ("a statement", g_ptr_array_index (statements, i));
}

static void
assert_story (BuoyStory *story)
{
  const GPtrArray *hops = buoy_story_get_hops (story);
  const GPtrArray *links = buoy_story_get_links (story);

  for (int topic = BUOY_TOPIC_SENDER; topic <= BUOY_TOPIC_IN_FAVOUR; topic++)
    assert_statements (buoy_story_get_statements (story, (BuoyTopic) topic));
  for (guint i = 0; i < hops->len; i++)
    {
      const BuoyStoryHop *hop = g_ptr_array_index (hops, i);

      assert_shown ("a server", hop->host);
      assert_shown ("an address", hop->ip);
    }
  for (guint i = 0; i < links->len; i++)
    {
      const BuoyStoryLink *link = g_ptr_array_index (links, i);

      assert_shown ("a link", link->shown);
      assert_shown ("a target", link->host);
    }
}

/* Every line starts like ours, and none with the sender's text. */
static void
assert_text (const char *what, const char *text, const char *const *beginnings)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_ours = FALSE;

      assert_line (what, lines[i]);
      for (guint k = 0; beginnings[k] != NULL && !is_ours; k++)
        is_ours = g_str_has_prefix (lines[i], beginnings[k]);
      if (i > 0 && *lines[i] != '\0' && !is_ours)
        g_error ("%s holds a line that is not ours: %s", what, lines[i]);
      g_assert_false (g_str_has_prefix (g_strchug (lines[i]), HOSTILE_WORD));
    }
}

static void
assert_json (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  assert_line ("JSON", json);
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
}

/* One arrow per link: the target follows the first. */
static void
assert_arrows (const char *text)
{
  const char *links = strstr (text, "\nWhere its links lead\n");
  const char *end = links != NULL ? strstr (links + 1, "\n\n") : NULL;
  const gsize length = end != NULL ? (gsize) (end - links) : strlen (links != NULL ? links : "");
  g_autofree char *section = g_strndup (links, length);
  g_auto (GStrv) lines = section != NULL ? g_strsplit (section, "\n  - ", -1) : NULL;

  for (guint i = 1; lines != NULL && lines[i] != NULL; i++)
    {
      const char *arrow = strstr (lines[i], "→");

      g_assert_nonnull (arrow);
      g_assert_null (strstr (arrow + 1, "→"));
    }
}

static void
assert_texts (BuoyVerdict *verdict, BuoyNotice *notice, BuoyStory *story)
{
  static const char *const notice_lines[] = { "  - ", "      ", "  (", "  Do not open", "  If you did not", NULL };
  static const char *const story_lines[]
      = { "  - ",          "  ← ", "      ", "Who it claims", "The route it took", "Sender verif", "Where its links",
          "What supports", NULL };
  static const char *const report_lines[] = { "level: ", "finding: ", "authentication: ", "from-domain: ", NULL };
  g_autofree char *notice_text = buoy_notice_to_text (notice);
  g_autofree char *story_text = buoy_story_to_text (story);
  g_autofree char *report = buoy_verdict_to_report (verdict);

  assert_text ("the notice", notice_text, notice_lines);
  assert_text ("the story", story_text, story_lines);
  assert_text ("the report", report, report_lines);
  assert_arrows (story_text);
}

static void
assert_verdict (BuoyVerdict *verdict)
{
  g_autoptr (BuoyNotice) notice = buoy_notice_new (verdict);
  g_autoptr (BuoyStory) story = buoy_story_new (notice);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *json = buoy_verdict_to_json (verdict);
  g_autofree char *note = buoy_verdict_to_note (verdict, now);
  g_autofree char *trust = buoy_verdict_explain_trust (verdict);
  g_autoptr (GPtrArray) sites = buoy_verdict_get_trustable_links (verdict);
  const GPtrArray *links = buoy_verdict_get_false_links (verdict);

  assert_notice (notice);
  assert_story (story);
  assert_texts (verdict, notice, story);
  assert_json (json);
  assert_json (note);
  assert_shown ("why it cannot be trusted", trust);
  assert_line ("the domain to trust", buoy_verdict_get_trustable_domain (verdict));
  for (guint i = 0; i < sites->len; i++)
    assert_line ("a site to trust", g_ptr_array_index (sites, i));
  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *actual = buoy_shown_text (((const BuoyFalseLink *) g_ptr_array_index (links, i))->actual);

      assert_shown ("what a mark says", actual);
    }
}

static void
test_mails (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n_values = 0, n_findings = 0;

  while (n_values < N_VALUES)
    {
      g_autoptr (GBytes) bytes = hostile_mail_new (rand, &n_values);
      g_autoptr (GError) error = NULL;
      g_autoptr (BuoyVerdict) verdict = buoy_scan (bytes, NULL, BUOY_SCAN_PICTURES, NULL, &error);

      g_assert_no_error (error);
      assert_verdict (verdict);
      n_findings += buoy_verdict_get_findings (verdict)->len;
    }
  g_assert_cmpuint (n_findings, >, 100); /* it was the intended mail */
}

/* Values from outside the mail: file names, option values, addresses of clicks. */
static void
test_values (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);

  for (guint i = 0; i < N_VALUES; i++)
    {
      g_autoptr (GString) value = hostile_value_new (rand);
      g_autofree char *text = buoy_shown_text (value->str);
      g_autofree char *name = buoy_shown_name (value->str);
      g_autofree char *url = buoy_url_to_json (value->str);

      assert_shown ("text", text);
      assert_line ("a name", name);
      assert_json (url);
    }
}

static void
test_kept (void)
{
  static const struct
  {
    const char *value, *text, *name;
  } rows[] = {
    { "mail/2025 01/a  b.eml", "mail/2025 01/a b.eml", "mail/2025 01/a  b.eml" },
    { "メール/お知らせ.eml", "メール/お知らせ.eml", "メール/お知らせ.eml" },
    { "a\033[2Jb\n", "a[2Jb", "a\\u001b[2Jb\\u000a" },
    { "moc.\xe2\x80\xae"
      "elpmaxe",
      "moc.elpmaxe", "moc.\\u202eelpmaxe" },
    { "\xf3\xa0\x81\xa1"
      "a\xff",
      "a\xef\xbf\xbd", "\\udb40\\udc61a\xef\xbf\xbd" },
    { "กิ่\xcc\x81", "กิ่\xcc\x81", "กิ่\xcc\x81" },
    { "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = buoy_shown_text (rows[i].value);
      g_autofree char *name = buoy_shown_name (rows[i].value);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpstr (name, ==, rows[i].name);
    }
}

/* The end of a host is kept. */
static void
test_long (void)
{
  g_autofree char *labels = g_strnfill (2000, 'a');
  g_autofree char *host = g_strconcat ("www.bank.example.", labels, ".evil.test", NULL);
  g_autofree char *text = buoy_shown_text (host);

  g_assert_true (g_str_has_prefix (text, "www.bank.example.a"));
  g_assert_true (g_str_has_suffix (text, ".evil.test"));
  g_assert_nonnull (strstr (text, "a…a"));
  g_assert_cmpuint (strlen (text), <=, 300);
}

static void
test_escaped_name (void)
{
  static const struct
  {
    const char *name, *shown;
  } cases[] = {
    { "", "" },
    { "a é 値", "a é 値" },
    { "\033", "\\u001b" },
    { "a\nb", "a\\u000ab" },
    { "\u202egpj\u202c.exe", "\\u202egpj\\u202c.exe" },
    { "é\u2028\U000e0041値", "é\\u2028\\udb40\\udc41値" },
    { "\u00ad\u00ad\xff\x7f", "\\u00ad\\u00ad\ufffd\\u007f" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = buoy_shown_name (cases[i].name);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shown/escaped-name", test_escaped_name);
  g_test_add_func ("/shown/kept", test_kept);
  g_test_add_func ("/shown/long", test_long);
  g_test_add_func ("/shown/values", test_values);
  g_test_add_func ("/shown/mails", test_mails);
  return g_test_run ();
}
