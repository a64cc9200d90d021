/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How long hostile mail is read between two requests to the budget, and so after the host has cancelled: in steps,
 * which are the same on every machine.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message.h"

#define MANY (2 * 1024 * 1024) /* bytes, as many as are read of a plain text */

typedef struct
{
  const char *name;
  const char *before, *unit, *after;
} LookCase;

#define TEXT(charset) "From: a@b.test\nContent-Type: text/plain; charset=" charset "\n\n"
#define PAGE "From: a@b.test\nContent-Type: text/html; charset=utf-8\n\n"
#define NAME "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static const LookCase cases[] = {
  { "from-fields", "", "From: Bank <a@b.example>\n", "\nx\n" },
  { "from-field-of-words", "", "From: =?a?q?x=?a?q?x=?a?q?x=?a?q?x=?a?q?x=?a?q?x=?a?q?x <a@b.example>\n", "\nx\n" },
  { "one-long-field", "To: ", "\"Reader\" <reader@reader.test>, ", "a@b.test\nFrom: a@b.test\n\nx\n" },
  { "empty-parts", "From: a@b.test\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\n", "" },
  { "utf-8-cut", TEXT ("utf-8"), "\xe3\x81", "" },
  { "utf-32-bad", TEXT ("utf-32"), "\xff\xff\xff", "" },
  { "holes", TEXT ("windows-1252"), "\x81\x8d", "" },
  { "jis-bad", TEXT ("iso-2022-jp"), "\033$B\x7f", "" },
  { "nobodys-charset", TEXT ("x-none"), "\xff\xfe", "" },
  { "long-address", PAGE "<a href=\"http://", "a@", "\">www.bank.example</a>" },
  { "short-attributes", PAGE "<p", " a", ">" },
  { "long-attributes", PAGE "<p", " " NAME NAME NAME NAME, ">" },
  { "long-text", PAGE "<a href=\"http://x.test/\">", "://[", "</a>" },
  { "drawn", TEXT ("utf-8"), "\xe2\x96\x88\xe2\x96\x80", "" },
};

static void
test_looks (gconstpointer data)
{
  const LookCase *row = data;
  g_autoptr (GString) text = g_string_new (row->before);
  g_autoptr (BuoyMessage) message = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  while (text->len < MANY)
    g_string_append (text, row->unit);
  g_string_append (text, row->after);
  bytes = g_bytes_new (text->str, text->len);
  message = buoy_message_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (buoy_budget_get_largest (message->budget), <=, BUOY_MAX_STEPS_AT_ONCE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/looks/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_looks);
    }
  return g_test_run ();
}
