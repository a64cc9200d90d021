/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Header fields that GMime cannot handle: each would crash the program, or take minutes.
 */
#include "config.h"

#include <string.h>
#include <sys/resource.h>

#include "page-cases.h"
#include "message/reader/buoy-mail-fields.h"

/* The stack is smaller than that of a program, for GMime reads long fields slowly under the address sanitizer. */
#define STACK_BYTES (1024 * 1024)
#define MANY (STACK_BYTES + STACK_BYTES / 2)

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

typedef struct
{
  const char *name;
  const char *before, *unit, *after;
  gsize n_bytes;
  gboolean is_reported; /* because a part's type may have changed */
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
    "\"; a=\"?=\"\n\n--=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a=?a\n\nx", 40, FALSE },
};

static void
test_harmful (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *text = repeat (row->before, row->unit, row->n_bytes, row->after);
  g_autoptr (BuoyMessage) message = NULL;
  gboolean is_reported;

  message = page_case_read_mail (text);
  if (message->inner->len > 0)
    {
      const BuoyMessage *inner = g_ptr_array_index (message->inner, 0);

      g_assert_cmpuint (inner->headers->len, >, 0);
    }
  g_assert_cmpstr (message->subject, ==, "s");
  is_reported = g_ptr_array_find_with_equal_func (message->limits, "headers", g_str_equal, NULL);
  g_assert_cmpint (is_reported, ==, row->is_reported);
}

/* Whether a part's type or the sender may have changed. */
static gboolean
disarm (const char *name, char *value)
{
  gboolean has_cut = FALSE;
  const gsize length = buoy_mail_disarm_field (name, value, &has_cut);

  g_assert_cmpuint (length, ==, strlen (value));
  return has_cut;
}

static guint
count (const char *text, const char *mark)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, mark)) != NULL; p++)
    n++;
  return n;
}

/* The number of bytes that are overwritten, not the time: each search costs the field's length. */
static void
test_open_words (void)
{
  g_autofree char *value = repeat ("", "=?a?q?x", 20000, "");
  g_autofree char *closed = repeat ("", "=?a?q?x?= ", 20000, "");
  g_autofree char *type = repeat ("text/plain; name=", "=?a?q?x", 2000, "");

  g_assert_false (disarm ("X-A", value));
  g_assert_cmpuint (count (value, "=?"), <, 10);
  g_assert_false (disarm ("X-A", closed));
  g_assert_cmpuint (count (closed, "=?"), ==, 2000);
  g_assert_true (disarm ("content-type", type));
}

/* Each parameter is compared with all before it; groups are parsed recursively. */
static void
test_marks (void)
{
  g_autofree char *type = repeat ("text/plain", "; a", 6000, "");
  g_autofree char *to = repeat ("", "a:", 6000, "");
  g_autofree char *subject = repeat ("", "a:", 6000, "");

  g_assert_true (disarm ("Content-Type", type));
  g_assert_cmpuint (count (type, ";"), ==, 1000);
  g_assert_true (disarm ("to", to));
  g_assert_cmpuint (count (to, ":"), ==, 1000);
  g_assert_false (disarm ("Subject", subject));
  g_assert_cmpuint (count (subject, ":"), ==, 3000);
}

/* A long field is reported by its length when headers are read; a structural one at once. */
static void
test_long_fields (void)
{
  g_autofree char *field = repeat ("begin ", "word ", 1024 * 1024, "end");
  g_autofree char *type = repeat ("text/plain; a=", "b", 9000, "");

  g_assert_false (disarm ("X-A", field));
  g_assert_cmpuint (strlen (field), ==, BUOY_MAX_HEADER_BYTES + 1);
  g_assert_true (g_str_has_prefix (field, "begin word "));
  g_assert_true (disarm ("Content-Type", type));
}

static gboolean
has_header (const BuoyMessage *message, const char *name)
{
  return buoy_message_get_header (message, name) != NULL;
}

/* The start and the end of a header with too many fields are read, and all of the body, even in an inner message. */
static void
test_many_fields (void)
{
  static const char *const starts[] = { "From: a@b.test\nX-First: x\n", "From: a@b.test\n" INNER "X-First: x\n" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *text
          = repeat (starts[i], "To: c@d.test\n", 400000, "X-Last: x\nSubject: s\n\nsee http://c.test/\n");
      g_autoptr (BuoyMessage) outer = page_case_read_mail (text);
      const BuoyMessage *message = i == 0 ? outer : g_ptr_array_index (outer->inner, 0);

      g_assert_true (has_header (message, "X-First"));
      g_assert_true (has_header (message, "X-Last"));
      g_assert_cmpuint (message->links->len, ==, 1);
      g_assert_true (g_ptr_array_find_with_equal_func (message->limits, "headers", g_str_equal, NULL));
      g_assert_cmpuint (message->headers->len, <=, BUOY_MAX_HEADERS);
    }
}

/* Of a message with CR line ends, Evolution shows nothing and Thunderbird everything. */
static void
test_cr_only (void)
{
  g_autoptr (BuoyMessage) message = page_case_read_mail ("From: a@b.test\rSubject: s\r\rsee http://c.test/\r");
  g_autoptr (BuoyMessage) mixed = page_case_read_mail ("From: a@b.test\r\nSubject: s\rt\r\n\r\nx\r\n");

  g_assert_cmpstr (message->subject, ==, "s");
  g_assert_cmpuint (message->links->len, ==, 1);
  g_assert_cmpstr (mixed->subject, ==, "st");
}

/* Honest fields are unchanged. */
static void
test_harmless (void)
{
  g_autofree char *to = repeat ("", "=?utf-8?q?a?= <a@b.test>,\n ", 60000, "c@d.test");
  g_autofree char *copy = g_strdup (to);
  char type[] = "text/plain; charset=utf-8; name*0*=utf-8''a; name*1*=b";

  g_assert_false (disarm ("To", to));
  g_assert_cmpstr (to, ==, copy);
  g_assert_false (disarm ("Content-Type", type));
  g_assert_cmpstr (type, ==, "text/plain; charset=utf-8; name*0*=utf-8''a; name*1*=b");
}

static void
limit_stack (void)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_STACK, &limit), ==, 0);
  limit.rlim_cur = STACK_BYTES;
  g_assert_cmpint (setrlimit (RLIMIT_STACK, &limit), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  limit_stack ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/mail-fields/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_harmful);
    }
  g_test_add_func ("/mail-fields/open-words-left", test_open_words);
  g_test_add_func ("/mail-fields/marks-left", test_marks);
  g_test_add_func ("/mail-fields/long-fields", test_long_fields);
  g_test_add_func ("/mail-fields/many-fields", test_many_fields);
  g_test_add_func ("/mail-fields/cr-only", test_cr_only);
  g_test_add_func ("/mail-fields/harmless", test_harmless);
  return g_test_run ();
}
