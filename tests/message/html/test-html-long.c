/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pages with a token of megabytes.
 */
#include "config.h"

#include <string.h>

#include "page-cases.h"

static gboolean
has_limit (const BuoyMessage *message, const char *name)
{
  return g_ptr_array_find_with_equal_func (message->limits, name, g_str_equal, NULL);
}

static guint n_pictures;
static gsize n_picture_bytes;

static gboolean
count_pictures (const GPtrArray *pictures, GPtrArray *texts, gpointer unused)
{
  n_pictures = pictures->len;
  n_picture_bytes = n_pictures > 0 ? g_bytes_get_size (g_ptr_array_index (pictures, 0)) : 0;
  return TRUE;
}

/* Longer than what the tree builder reads at once. */
#define LONG (400 * 1024)

/* A text, a comment or a value of megabytes: a link after it is found, and a cut is reported if the part is visible. */
static const struct
{
  const char *name;
  const char *start;
  const char *unit;
  const char *end;
  const char *limit; /* NULL: none */
} tokens[] = {
  { "text", "", "a", "", "visible-text" },
  { "letters", "", "\u00e9", "", "visible-text" },
  { "textarea", "<textarea>", "a<p>", "</textarea>", "visible-text" },
  { "comment", "<!--", "- <p> ", "-->", NULL },
  { "bogus", "<?", "a", ">", NULL },
  { "condition", "<!--[if mso]><p>", "a ", "<![endif]-->", "page" },
  { "cdata", "<svg><![CDATA[", "a", "]]></svg>", "visible-text" },
  { "tag", "<", "x", ">", NULL },
  { "blanks", "<p", "\n ", ">", NULL },
  { "name", "<p ", "x", ">", NULL },
  { "unquoted", "<p id=", "x", ">", "page" },
  { "quoted", "<p title='", "<p> ", "'>", "visible-text" },
  { "frame", "<iframe srcdoc='", "<p>x", "'></iframe>", "page" },
  { "curve", "<svg><path d='", "M1 1", "'/></svg>", "visible-text" },
  { "state", "<input type=hidden value='", "a", "'>", "visible-text" },
  { "film", "<video src='data:video/mp4;base64,", "a", "'></video>", NULL },
  { "framed-data", "<iframe src='data:text/html,", "a", "'></iframe>", "page" },
  { "blank-data", "<object data=' data:image/svg+xml,", "a", "'></object>", "page" },
  { "handler", "<p onclick='", "a;", "'>", "page" },
  { "picture", "<img src='data:image/svg+xml,", "a", "'>", NULL },
  { "file", "<a href='data:text/csv,", "a", "'>table</a>", NULL },
  { "script", "<script>", "a<p", "</script>", NULL },
  { "title", "<title>", "a", "</title>", NULL },
  { "style", "<style>", "a", "</style>", "page" },
  { "doubt", "<select><style></select>", "<p title=\"", "\">", "html-depth" },
};

static void
test_long_token (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  g_autofree char *filling = page_case_repeat (tokens[row].unit, LONG / strlen (tokens[row].unit));
  g_autofree char *html = g_strconcat ("<a href='https://first.test/'>first</a>", tokens[row].start, filling,
                                       tokens[row].end, "<a href='https://last.test/'>last</a>", NULL);
  g_autoptr (BuoyMessage) message = page_case_read (html);
  const BuoyLink *first = g_ptr_array_index (message->links, 0);
  const BuoyLink *last = g_ptr_array_index (message->links, message->links->len - 1);

  g_assert_cmpstr (first->href, ==, "https://first.test/");
  g_assert_cmpstr (last->href, ==, "https://last.test/");
  if (tokens[row].limit != NULL)
    g_assert_true (has_limit (message, tokens[row].limit));
  else
    g_assert_cmpuint (message->limits->len, ==, 0);
}

/* An embedded picture is kept whole in any place, and is neither text nor a limit. */
static void
test_long_picture (gconstpointer data)
{
  g_auto (GStrv) halves = g_strsplit (data, "%s", 2);
  g_autofree guchar *bytes = g_malloc0 (LONG);
  g_autofree char *base64 = NULL;
  g_autofree char *html = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  memcpy (bytes, "\x89PNG", 4);
  base64 = g_base64_encode (bytes, LONG);
  html = g_strconcat (halves[0], base64, halves[1], "<a href='https://a.test/'>y</a>", NULL);
  message = page_case_look (html, count_pictures, NULL);
  g_assert_cmpuint (message->limits->len, ==, 0);
  g_assert_cmpuint (message->links->len, ==, 1);
  g_assert_cmpuint (n_pictures, ==, 1);
  g_assert_cmpuint (n_picture_bytes, ==, LONG);
}

/* Nothing is certainly visible once a style sheet is cut: a lost rule may hide it. */
static void
test_long_style (void)
{
  g_autofree char *rules = page_case_repeat (".c{color:red}", LONG / strlen (".c{color:red}"));
  g_autofree char *html = g_strconcat ("<style>", rules, "</style><a href='https://a.test/'>x</a>", NULL);
  g_autoptr (BuoyMessage) whole = page_case_read ("<style>.c{color:red}</style><a href='https://a.test/'>x</a>");
  g_autoptr (BuoyMessage) cut = page_case_read (html);

  g_assert_true (((const BuoyLink *) g_ptr_array_index (whole->links, 0))->surely_seen);
  g_assert_false (((const BuoyLink *) g_ptr_array_index (cut->links, 0))->surely_seen);
}

static const char *const pictures[] = {
  "<img src='data:image/png;base64,%s'>",
  "<img src=data:image/png;base64,%s>",
  "<img src=' data:image/png; base64 ,%s'>",
  "<div style=\"background:url('data:image/png;base64,%s')\">x</div>",
  "<style>p{background:url(data:image/png;base64,%s)}</style><p>x",
  "<img srcset='x.png 1x, data:image/png;base64,%s 2x'>",
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-long/style", test_long_style);
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autofree char *path = g_strconcat ("/html-long/token/", tokens[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_long_token);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/html-long/picture/%u", i);

      g_test_add_data_func (path, pictures[i], test_long_picture);
    }
  return g_test_run ();
}
