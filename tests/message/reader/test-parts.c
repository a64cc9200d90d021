/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * MIME as a hostile sender writes it: too much of everything, and structures that programs read differently.
 */
#include "config.h"

#include <string.h>

#include "page-cases.h"

#define LIE "<a href=\"https://last.test/\">here</a>"
#define LAST_PAGE "\n--b\nContent-Type: text/html\n\n" LIE "\n--b--\n"
#define TOO_MANY 300000 /* fields or parts; some 300 MB in the parser */
/* In one field. GMime lengthens its buffer step by step, and the address sanitizer copies it each time. */
#define TOO_LONG 30000

static gboolean
has_note (const GPtrArray *notes, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) notes, name, g_str_equal, NULL);
}

static gboolean
has_link (const BuoyMessage *message, const char *href)
{
  for (guint i = 0; i < message->links->len; i++)
    if (g_str_equal (((BuoyLink *) g_ptr_array_index (message->links, i))->href, href))
      return TRUE;
  return FALSE;
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
  const char *start; /* after "From: a@b.test\n" */
  const char *unit;  /* repeated n times */
  const char *end;
  guint n;
  const char *limit; /* "": none */
} ManyCase;

#define MIXED "Content-Type: multipart/mixed; boundary=b\n"

/* The end is read, however much precedes it, and the skipped middle is reported. */
static const ManyCase many_cases[] = {
  { "fields-of-message", MIXED, "a:\n", LAST_PAGE, TOO_MANY, "headers" },
  { "fields-of-part", MIXED "\n--b\n", "a:\n", LAST_PAGE, TOO_MANY, "headers" },
  { "empty-parts", MIXED "\n", "--b\n\n", LAST_PAGE, TOO_MANY, "parts" },
  { "parts-without-header", MIXED "\n", "--b\n", LAST_PAGE, TOO_MANY, "parts" },
  { "boundaries-with-blanks", MIXED "\n", "--b \n\n", LAST_PAGE, TOO_MANY, "parts" },
  { "texts", MIXED "\n", "--b\n\nx\n", LAST_PAGE, BUOY_MAX_PARTS + 1, "parts" },
  { "fields-of-message-few", MIXED, "a:\n", LAST_PAGE, BUOY_MAX_HEADERS, "headers" },
  { "long-fields", MIXED, "a: 0123456789012345678901234567890123456789\n", LAST_PAGE, TOO_MANY, "headers" },
  { "attachments", MIXED "\n", "--b\nContent-Type: image/png; name=a.png\n\nx\n", LAST_PAGE, 2000, "" },
  { "digests", "Content-Type: multipart/digest; boundary=b\n\n", "--b\n\na:\n\nx\n", LAST_PAGE, TOO_MANY, "parts" },
  { "parameters", MIXED "X-A: b\nContent-Disposition: inline;", " a=b;\n", LAST_PAGE, TOO_LONG, "headers" },
  { "folded-field", MIXED "X-A: b\n", " c\n", LAST_PAGE, TOO_LONG, "header-bytes" },
  { "addressees", MIXED "To: c@d.test", ", c@d.test", "\n" LAST_PAGE, TOO_MANY, "header-bytes" },
  { "groups-within-groups", MIXED "To: ", "g: ", "c@d.test\n" LAST_PAGE, TOO_MANY, "headers" },
  { "groups-of-many", MIXED "To: ", "g: c@d.test; ", "\n" LAST_PAGE, 500, "" },
  { "lines-like-fields", MIXED "\n--b\n\n", "a:\n", LAST_PAGE, TOO_MANY, "" },
  { "lines-like-boundaries", MIXED "\n--b\n\n", "--\n", LAST_PAGE, TOO_MANY, "" },
  { "blank-lines", MIXED "\n--b\n\n", "\n", LAST_PAGE, TOO_MANY, "" },
};

static void
test_many (gconstpointer data)
{
  const ManyCase *row = data;
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n");
  g_autoptr (BuoyMessage) message = NULL;

  g_string_append (text, row->start);
  append_times (text, row->unit, row->n);
  g_string_append (text, row->end);
  message = page_case_read_mail (text->str);

  g_assert_cmpuint (message->from->len, ==, 1);
  g_assert_true (has_link (message, "https://last.test/"));
  if (*row->limit != '\0')
    g_assert_true (has_note (message->limits, row->limit));
  else if (message->limits->len > 0)
    g_error ("there is the limit %s", (const char *) g_ptr_array_index (message->limits, 0));
}

/* If one message uses up the memory for the links of the others, that is reported. */
static void
test_links_of_all (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n" MIXED "\n");
  g_autoptr (BuoyMessage) message = NULL;
  guint n_links = 0;

  for (guint i = 0; i < 5; i++)
    {
      g_string_append (text, "--b\nContent-Type: message/rfc822\n\nFrom: c@d.test\nContent-Type: text/html\n\n");
      append_times (text, "<a href=x>y</a>\n", BUOY_MAX_LINKS);
    }
  message = page_case_read_mail (text->str);
  g_assert_cmpuint (message->inner->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const BuoyMessage *inner = g_ptr_array_index (message->inner, i);

      n_links += inner->links->len;
      g_assert_true (inner->links->len == BUOY_MAX_LINKS || has_note (inner->limits, "links")
                     || has_note (message->limits, "time"));
      g_assert_cmpuint (inner->from->len, ==, 1);
    }
  g_assert_cmpuint (n_links, >=, BUOY_MAX_LINKS);
  g_assert_cmpuint (n_links, <, 3 * BUOY_MAX_LINKS);
}

/* A line in a header that is not a field does not hide what follows it. */
static void
test_long_name (gconstpointer start)
{
  g_autofree char *name = g_strnfill (5000, 'x');
  g_autofree char *text = g_strconcat (start, name, "\n" MIXED LAST_PAGE, NULL);
  g_autofree char *long_text = g_strdup_printf ("From: a@b.test\n\n%s%s", name, name);
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);
  g_autoptr (BuoyMessage) long_line = page_case_read_mail (long_text);

  g_assert_cmpuint (message->from->len, ==, 1);
  g_assert_true (has_link (message, "https://last.test/"));
  g_assert_cmpuint (message->limits->len, ==, 0);
  g_assert_cmpuint (strlen (long_line->plain_text), ==, 2 * strlen (name));
  g_assert_cmpuint (long_line->limits->len, ==, 0);
}

/* Both ends of a long text are judged. */
static void
test_both_ends_of_text (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n\nfirst\n");
  g_autoptr (BuoyMessage) message = NULL;

  append_times (text, "つまらないものですが\n", BUOY_MAX_VISIBLE_BYTES / 20);
  g_string_append (text, "last\n");
  message = page_case_read_mail (text->str);
  g_assert_true (has_note (message->limits, "visible-text"));
  g_assert_true (g_str_has_prefix (message->plain_text, "first\n"));
  g_assert_true (g_str_has_suffix (message->plain_text, "last\n"));
  g_assert_cmpuint (strlen (message->plain_text), <=, BUOY_MAX_VISIBLE_BYTES);
  g_assert_true (g_utf8_validate (message->plain_text, -1, NULL));
}

/* A long field about the sender counts as unread; a long list of recipients does not. */
static void
test_long_field (gconstpointer name)
{
  g_autofree char *value = g_strnfill (BUOY_MAX_HEADER_BYTES, 'x');
  g_autofree char *text = g_strdup_printf ("From: a@b.test\n%s: %s\n\nx", (const char *) name, value);
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);

  g_assert_cmpint (has_note (message->limits, "headers"), ==, !g_str_equal (name, "To"));
  g_assert_true (has_note (message->limits, "header-bytes") || has_note (message->limits, "headers"));
}

/* An attached message may be as long as any mail; its pictures are not decoded. */
static void
test_large_attached_message (void)
{
  g_autoptr (GString) inner = g_string_new ("From: c@d.test\n" MIXED "\n--b\nContent-Type: image/png\n\n");
  g_autofree char *encoded = NULL;
  g_autofree char *text = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  append_times (inner, "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n", 2 * BUOY_MAX_TEXT_BYTES / 37);
  g_string_append (inner, LAST_PAGE);
  encoded = g_base64_encode ((const guchar *) inner->str, inner->len);
  text = g_strconcat ("From: a@b.test\n" MIXED "\n--b\nContent-Type: application/octet-stream; name=a.eml\n"
                      "Content-Transfer-Encoding: base64\n\n",
                      encoded, "\n--b--\n", NULL);
  message = page_case_read_mail (text);
  g_assert_cmpuint (message->inner->len, ==, 1);
  g_assert_true (has_link (g_ptr_array_index (message->inner, 0), "https://last.test/"));
  g_assert_cmpuint (message->limits->len, ==, 0);
}

static GBytes *
make_large (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n" MIXED "\n--b\nContent-Type: text/html\n\n");

  append_times (text, "<p>something to read</p>\n", 200000);
  g_string_append (text, LAST_PAGE);
  return g_bytes_new (text->str, text->len);
}

/* Parsing stops when the host cancels, and at once if it was cancelled before. */
static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BuoyBudget) budget = buoy_budget_new (cancellable);
  g_autoptr (GBytes) bytes = make_large ();
  g_autoptr (BuoyMessage) message = NULL;

  g_cancellable_cancel (cancellable);
  message = buoy_message_new_with_pictures (bytes, budget, NULL, NULL, NULL);
  g_assert_null (message);
  g_assert_cmpuint (buoy_budget_get_n_steps (budget), ==, 0);
}

/* Each byte of an attachment is read about once. */
static void
test_steps_of_attachment (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n" MIXED "\n--b\nContent-Type: application/zip\n\n");
  g_autoptr (BuoyMessage) message = NULL;

  append_times (text, "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n", 100000);
  message = page_case_read_mail (text->str);
  g_assert_cmpuint (message->limits->len, ==, 0);
  g_assert_cmpuint (buoy_budget_get_n_steps (message->budget), <, text->len / 2);
}

/* Each line that may be a boundary is compared with each open multipart. */
static void
test_lines_in_nest (void)
{
  g_autoptr (GString) text = g_string_new ("From: a@b.test\n");
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  append_times (text, "--\n", 1000 * 1000);
  message = page_case_read_mail (text->str);
  g_assert_true (has_note (message->limits, "time"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (many_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/parts/many/", many_cases[i].name, NULL);

      g_test_add_data_func (path, &many_cases[i], test_many);
    }
  g_test_add_func ("/parts/links-of-all", test_links_of_all);
  g_test_add_data_func ("/parts/long-name/message", "From: a@b.test\n", test_long_name);
  g_test_add_data_func ("/parts/long-name/part", "From: a@b.test\n" MIXED "\n--b\n", test_long_name);
  g_test_add_func ("/parts/both-ends-of-text", test_both_ends_of_text);
  g_test_add_data_func ("/parts/long-field/to", "To", test_long_field);
  g_test_add_data_func ("/parts/long-field/from", "From", test_long_field);
  g_test_add_data_func ("/parts/long-field/results", "Authentication-Results", test_long_field);
  g_test_add_func ("/parts/large-attached-message", test_large_attached_message);
  g_test_add_func ("/parts/cancelled", test_cancelled);
  g_test_add_func ("/parts/steps-of-attachment", test_steps_of_attachment);
  g_test_add_func ("/parts/lines-in-nest", test_lines_in_nest);
  return g_test_run ();
}
