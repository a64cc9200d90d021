/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Header fields that are too long or too many: what is read, and that the rest is reported.
 */
#include "config.h"

#include <string.h>

#include "page-cases.h"

static gboolean
has_note (const GPtrArray *notes, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) notes, name, g_str_equal, NULL);
}

static void
test_long_header (void)
{
  g_autofree char *long_value = g_strnfill (1024 * 1024, 'x');
  g_autofree char *text = g_strdup_printf ("From: a@b.test\nX-Long: %s\nSubject: s\n\nx", long_value);
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);

  g_assert_true (has_note (message->limits, "header-bytes"));
  g_assert_cmpstr (message->subject, ==, "s");
}

/* The first half is from the reader's servers and the last from the sender; that the middle is missing is reported. */
static void
test_many_headers (void)
{
  g_autoptr (GString) text = g_string_new ("Received: by b.test; x\n");
  g_autoptr (BuoyMessage) message = NULL;
  const BuoyMailbox *from;

  for (guint i = 0; i < 2 * BUOY_MAX_HEADERS; i++)
    g_string_append_printf (text, "X-%u: x\n", i);
  g_string_append (text, "From: a@b.test\nSubject: s\n\nx");
  message = page_case_read_mail (text->str);
  g_assert_cmpuint (message->headers->len, ==, BUOY_MAX_HEADERS);
  g_assert_cmpuint (message->received->len, ==, 1);
  g_assert_cmpstr (message->subject, ==, "s");
  from = g_ptr_array_index (message->from, 0);
  g_assert_cmpstr (from->address, ==, "a@b.test");
  g_assert_true (has_note (message->limits, "headers"));
}

/* The start of a name is displayed, and its end identifies the file type. */
static void
test_long_file_name (void)
{
  g_autofree char *middle = g_strnfill (5000, 'x');
  g_autofree char *text = g_strdup_printf (
      "From: a@b.test\nContent-Type: application/x; name=\"a%s.pdf\"\nContent-Disposition: attachment\n\nx", middle);
  g_autoptr (BuoyMessage) message = page_case_read_mail (text);
  const char *name = g_ptr_array_index (message->attachments, 0);

  g_assert_cmpuint (strlen (name), <=, 1024);
  g_assert_true (g_str_has_prefix (name, "ax"));
  g_assert_true (g_str_has_suffix (name, "x.pdf"));
  g_assert_true (has_note (message->limits, "pdf"));
  g_assert_true (has_note (message->limits, "header-bytes"));
}

/* Unterminated encoded words: each searches for an end. */
static void
test_open_words (void)
{
  static const char *const words[] = { "=?utf-8?q?", "=?utf-8?b?", "=?", "=?x-none-1?q?a?= ", "=?utf-8?b?_?= =?a?q?" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint64 steps[2];

      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (GString) text = g_string_new ("From: ");
          g_autoptr (BuoyMessage) message = NULL;

          while (text->len < 20000 * (j + 1))
            g_string_append (text, words[i]);
          g_string_append (text, " <a@b.test>\n\nx");
          message = page_case_read_mail (text->str);
          g_assert_cmpuint (message->from->len, >, 0);
          steps[j] = buoy_budget_get_n_steps (message->budget);
        }
      g_assert_cmpuint (steps[1], <, steps[0] * 22 / 10);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/long-header", test_long_header);
  g_test_add_func ("/fields/many-headers", test_many_headers);
  g_test_add_func ("/fields/long-file-name", test_long_file_name);
  g_test_add_func ("/fields/open-words", test_open_words);
  return g_test_run ();
}
