/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Header fields that the parser below cannot bear: each would end the program, or take minutes.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message.h"
#include "message/mime/buoy-raw-fields.h"

#define MANY (9 * 1024 * 1024) /* more than the stack of a thread */

static char *
repeat (const char *before, const char *unit, gsize n_bytes, const char *after)
{
  GString *text = g_string_new (before);
  const gsize end = text->len + n_bytes;

  while (text->len < end)
    g_string_append (text, unit);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static BuoyMessage *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BuoyMessage *message = buoy_message_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return message;
}

static char *
disarm (const char *text, gboolean *out_has_cut)
{
  g_autoptr (BuoyBudget) budget = buoy_budget_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) safe = buoy_fields_disarm (bytes, budget, out_has_cut);
  gsize length;
  const char *data = g_bytes_get_data (safe, &length);

  return g_strndup (data, length);
}

typedef struct
{
  const char *name;
  const char *before, *unit, *after;
  gsize n_bytes;
  gboolean is_told; /* since a part may be another one now */
} Case;

#define INNER "Content-Type: message/rfc822\n\n"
#define END "\nFrom: a@b.test\nSubject: s\n\nx\n"

static const Case cases[] = {
  { "word-charset", "X-A: =?", "a", "?q?x?=" END, MANY, FALSE },
  { "word-charset-within", "From: a@b.test\nSubject: s\n" INNER "X-A: =?", "a", "?q?x?=" END, MANY, FALSE },
  { "parameter-charset", "Content-Disposition: attachment; filename*=", "a", "''x" END, MANY, TRUE },
  { "parameter-charset-within", "From: a@b.test\nSubject: s\n" INNER "content-disposition: attachment; filename*=", "a",
    "''x" END, MANY, TRUE },
  { "groups", "From: a@b.test\nSubject: s\nTo: ", "a:", "\n\nx\n", 1024 * 1024, TRUE },
  { "groups-within", "From: a@b.test\nSubject: s\n" INNER "cc: ", "a:", END, 1024 * 1024, TRUE },
  { "parameters-within", "From: a@b.test\nSubject: s\n" INNER "Content-Disposition: attachment", "; a=b", END,
    1024 * 1024, TRUE },
  { "open-words", "X-A: ", "=?a?q?x", END, 1024 * 1024, FALSE },
  { "open-words-folded", "X-A: ", "=?a?q?x\n ", END, 1024 * 1024, FALSE },
  { "open-words-within", "From: a@b.test\nSubject: s\n" INNER "Content-Type: text/plain; name=\"", "=?a?q?x", "\"" END,
    1024 * 1024, TRUE },
  { "boundary-in-long-field", "From: a@b.test\nSubject: s\nContent-Type: multipart/mixed", "; a=bbbbbbbbbb", "\n\nx",
    1024 * 1024, TRUE },
  { "boundary-of-open-words", "From: a@b.test\nSubject: s\nContent-Type: multipart/mixed; boundary=\"", "=?a",
    "\"; a=\"?=\"\n\n--=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a\n\nx", 40, TRUE },
};

static void
test_harmful (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *text = repeat (row->before, row->unit, row->n_bytes, row->after);
  g_autoptr (BuoyMessage) message = NULL;
  gboolean is_told;

  message = read_text (text);
  if (message->inner->len > 0)
    {
      const BuoyMessage *inner = g_ptr_array_index (message->inner, 0);

      g_assert_cmpuint (inner->headers->len, >, 0);
    }
  g_assert_cmpstr (message->subject, ==, "s");
  is_told = g_ptr_array_find_with_equal_func (message->limits, "headers", g_str_equal, NULL);
  g_assert_cmpint (is_told, ==, row->is_told);
}

/* What is overwritten, not how long it takes: every look at the field costs its length. */
static void
test_open_words (void)
{
  g_autofree char *text = repeat ("X-A: ", "=?a?q?x", 1024 * 1024, END);
  gboolean has_cut;
  g_autofree char *safe = disarm (text, &has_cut);
  guint n_left = 0;

  for (const char *p = safe; (p = strstr (p, "=?")) != NULL; p++)
    n_left++;
  g_assert_cmpuint (n_left, <, 10);
  g_assert_cmpuint (strlen (safe), ==, strlen (text));
}

/* Each parameter is held against all before it. */
static void
test_parameters (void)
{
  g_autofree char *text = repeat ("From: a@b.test\n" INNER "content-type: text/plain", "; a=b", 1024 * 1024, END);
  gboolean has_cut;
  g_autofree char *safe = disarm (text, &has_cut);
  guint n_left = 0;

  for (const char *p = safe; (p = strchr (p, ';')) != NULL; p++)
    n_left++;
  g_assert_cmpuint (n_left, <=, 1000);
  g_assert_true (has_cut);
}

/* Long fields of the header keep both ends. */
static void
test_long_fields (void)
{
  g_autofree char *text = repeat ("X-A: begin ", "word ", 1024 * 1024, "end\nX-B: x" END);
  gboolean has_cut;
  g_autofree char *safe = disarm (text, &has_cut);
  const char *end = strstr (safe, "end\nX-B: x\n");

  g_assert_true (g_str_has_prefix (safe, "X-A: begin word "));
  g_assert_nonnull (end);
  g_assert_true (g_str_has_prefix (end - 5, "word "));
  g_assert_nonnull (strstr (safe, "____"));
  g_assert_false (has_cut);
}

/* Evolution shows nothing of a message whose lines end in CR alone, Thunderbird all of it. */
static void
test_cr_only (void)
{
  g_autoptr (BuoyMessage) message = read_text ("From: a@b.test\rSubject: s\r\rsee http://c.test/\r");
  g_autoptr (BuoyMessage) mixed = read_text ("From: a@b.test\r\nSubject: s\rt\r\n\r\nx\r\n");

  g_assert_cmpstr (message->subject, ==, "s");
  g_assert_cmpuint (message->links->len, ==, 1);
  g_assert_cmpstr (mixed->subject, ==, "st");
}

/* Honest mail stays as it is, and so do bodies. */
static void
test_harmless (void)
{
  g_autofree char *log = repeat ("From: a@b.test\n\nLog:\n", "  a line: of 'text' * ?=\n", 200000, "\n");
  g_autofree char *header = repeat ("From: a@b.test\nTo: ", "=?utf-8?q?a?= <a@b.test>,\n ", 60000, "c@d.test\n\nx");
  const char *const texts[] = { log, header };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gboolean has_cut = TRUE;
      g_autofree char *safe = disarm (texts[i], &has_cut);

      g_assert_cmpstr (safe, ==, texts[i]);
      g_assert_false (has_cut);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/raw-fields/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_harmful);
    }
  g_test_add_func ("/raw-fields/open-words-left", test_open_words);
  g_test_add_func ("/raw-fields/parameters-left", test_parameters);
  g_test_add_func ("/raw-fields/long-fields", test_long_fields);
  g_test_add_func ("/raw-fields/cr-only", test_cr_only);
  g_test_add_func ("/raw-fields/harmless", test_harmless);
  return g_test_run ();
}
