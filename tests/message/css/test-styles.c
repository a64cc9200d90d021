/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which texts of a page are visible, may be visible or are hidden: the rows of styles.tsv, which check-styles.py
 * compares with WebKitGTK; and the cost of hostile sheets.
 */
#include "config.h"

#include "page-cases.h"

#include <string.h>

#define WORD "MARK"
#define N_REPEATS 100000

typedef struct
{
  const char *name;
  const char *browser;
  const char *ours;
  const char *page;
} Row;

static const char *
find_word (const BuoyMessage *message)
{
  if (strstr (message->html_sure_text, WORD) != NULL)
    return "visible";
  if (strstr (message->html_text, WORD) != NULL)
    return "doubtful";
  return strstr (message->html_others, WORD) != NULL ? "hidden" : "lost";
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (BuoyMessage) message = page_case_read (row->page);

  g_assert_cmpstr (find_word (message), ==, row->ours);
  if (g_str_equal (row->ours, "visible"))
    g_assert_cmpstr (row->browser, ==, "shown");
  if (g_str_equal (row->ours, "hidden"))
    g_assert_cmpstr (row->browser, ==, "hidden");
}

/* The fields point into @line. */
static void
add_row (char *line)
{
  Row *row = g_new0 (Row, 1);
  const char **fields[] = { &row->name, &row->browser, &row->ours, &row->page };
  g_autofree char *path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char *tab = i + 1 < G_N_ELEMENTS (fields) ? strchr (line, '\t') : NULL;

      *fields[i] = line;
      if (tab != NULL)
        *tab = '\0';
      line = tab != NULL ? tab + 1 : line + strlen (line);
    }
  path = g_strconcat ("/styles/", row->name, NULL);
  g_test_add_data_func_full (path, row, test_row, g_free);
}

/* Each of them must be parsed in linear time. */
static const char *const repeated[][3] = {
  { "<style>", ".a{display:none}", "</style>" },
  { "<style>", "a{", "</style>" },
  { "<style>", "@a;", "</style>" },
  { "<style>", ":is(", "{display:none}</style>" },
  { "<style>", ":not(.a)", "{display:none}</style>" },
  { "<style>", "--a:", "</style>" },
  { "<style>", "/*", "</style>" },
  { "<style>", "url(", "</style>" },
  { "<style>.a{display:none}</style><b class='", "a ", "'>" },
  { "<style>b~b+b:nth-child(n+2){display:none}</style>", "<b>x</b>", "" },
  { "<style>b:after{content:'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'}</style>", "<b></b>", "" },
  { "<p style='", "left:var(--a);", "'>" },
  { "<p style='", "x:{", "'>" },
};

static void
test_cost (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      g_autoptr (GString) html = g_string_new (repeated[i][0]);
      g_autoptr (BuoyMessage) message = NULL;

      for (guint j = 0; j < N_REPEATS; j++)
        g_string_append (html, repeated[i][1]);
      g_string_append_printf (html, "%s<a href='h'>y</a>", repeated[i][2]);
      message = page_case_read (html->str);
      g_assert_cmpuint (message->links->len, <=, 1);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "message", "css", "styles.tsv", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#')
      add_row (lines[i]);
  g_test_add_func ("/cost/styles", test_cost);
  return g_test_run ();
}
