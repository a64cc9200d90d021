/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/text/buoy-json-shape.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  guint n_brackets; /* "[" that follow it */
  gboolean shallow;
} Row;

static const Row rows[] = {
  { "empty", "", 0, TRUE },
  { "object", "{ \"a\": [1, -2.5e+3, true, null], \"b\": \"\\u00e9\" }", 0, TRUE },
  { "deepest", "", BUOY_MAX_JSON_DEPTH, TRUE },
  { "too-deep", "", BUOY_MAX_JSON_DEPTH + 1, FALSE },
  { "siblings", "[[], [], []]", BUOY_MAX_JSON_DEPTH, TRUE },
  { "closed-too-often", "]]]]", BUOY_MAX_JSON_DEPTH + 1, FALSE },
  { "brackets-in-a-string", "\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"", 0, TRUE },
  { "quote-in-a-string", "\"\\\"\"", BUOY_MAX_JSON_DEPTH + 1, FALSE },
  { "backslash-before-the-quote", "\"\\\\\"", BUOY_MAX_JSON_DEPTH + 1, FALSE },
  { "open-string", "\"a", BUOY_MAX_JSON_DEPTH + 1, TRUE },
  { "backslash-at-the-end", "\"\\", 0, TRUE },
  { "comment", "/* \" */", 0, FALSE },
  { "line-comment", "# \"\n", 0, FALSE },
  { "single-quotes", "'\"'", 0, FALSE },
  { "not-ascii", "\xc3\xa9", 0, FALSE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GString) text = g_string_new (row->text);

  for (guint i = 0; i < row->n_brackets; i++)
    g_string_append_c (text, i % 2 == 0 ? '[' : '{');
  g_assert_cmpint (buoy_json_is_shallow (text->str, text->len), ==, row->shallow);
}

static void
test_nul (void)
{
  g_assert_false (buoy_json_is_shallow ("[\0]", 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/base/json-shape/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/base/json-shape/nul", test_nul);
  return g_test_run ();
}
