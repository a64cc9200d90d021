/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pages with endless nesting, repetition or lists.
 */
#include "config.h"

#include <string.h>

#include "page-cases.h"

static gboolean
has_limit (const BuoyMessage *message, const char *name)
{
  return g_ptr_array_find_with_equal_func (message->limits, name, g_str_equal, NULL);
}

static void
test_deep (void)
{
  g_autofree char *html = page_case_repeat ("<div>", 50000);
  g_autoptr (BuoyMessage) message = page_case_read (html);

  g_assert_true (has_limit (message, "html-depth"));
}

/* The address and the text of a link keep both ends; a client finds the link by the address as written. */
static void
test_long_link (void)
{
  g_autofree char *filling = g_strnfill (200000, 'a');
  g_autofree char *address = g_strdup_printf ("http://first.test/%s/last", filling);
  g_autofree char *html = g_strdup_printf ("<a href=\"%s\">www.bank.example %s end</a>", address, filling);
  g_autoptr (BuoyMessage) message = page_case_read (html);
  const BuoyLink *link = g_ptr_array_index (message->links, 0);

  g_assert_true (has_limit (message, "links"));
  g_assert_cmpuint (strlen (link->href), <=, BUOY_MAX_LINK_BYTES);
  g_assert_true (g_str_has_prefix (link->href, "http://first.test/aaa"));
  g_assert_true (g_str_has_suffix (link->href, "aaa/last"));
  g_assert_cmpstr (link->written, ==, address);
  g_assert_cmpuint (strlen (link->text), <=, BUOY_MAX_LINK_BYTES);
  g_assert_true (g_str_has_prefix (link->text, "www.bank.example aaa"));
  g_assert_true (g_str_has_suffix (link->text, "aaa end"));
}

/* Slots display the same pictures again and again. */
static void
test_repeated_alt (void)
{
  g_autofree char *slots = page_case_repeat ("<slot name=a></slot>", 100);
  g_autofree char *alt = g_strnfill (20000, 'a');
  g_autofree char *html
      = g_strdup_printf ("<div><template shadowrootmode=open><a href='http://a.test/'>b%s</a></template>"
                         "<img slot=a alt=\"www.bank.example %s\"></div>",
                         slots, alt);
  g_autoptr (BuoyMessage) message = page_case_read (html);
  const BuoyLink *link = g_ptr_array_index (message->links, 0);

  g_assert_true (has_limit (message, "links"));
  g_assert_true (g_str_has_prefix (link->title, "www.bank.example aaa"));
  g_assert_cmpuint (strlen (link->title), <=, 2 * BUOY_MAX_LINK_BYTES);
}

/* A data: URL to download is judged by its type. */
static void
test_long_data (void)
{
  g_autofree char *filling = g_strnfill (200000, 'a');
  g_autofree char *html = g_strdup_printf ("<a href=\"data:text/csv;base64,%s\">table</a>", filling);
  g_autoptr (BuoyMessage) message = page_case_read (html);

  g_assert_false (has_limit (message, "links"));
  g_assert_cmpuint (message->links->len, ==, 1);
}

static void
test_unclosed (void)
{
  g_autofree char *html = page_case_repeat ("<b><a href=x>", 50000);
  g_autoptr (BuoyMessage) message = page_case_read (html);

  g_assert_true (has_limit (message, "html-depth"));
}

static void
test_many_links (void)
{
  g_autofree char *html = page_case_repeat ("<a href=x>y</a> ", BUOY_MAX_LINKS + 1);
  g_autoptr (BuoyMessage) message = page_case_read (html);

  g_assert_cmpuint (message->links->len, ==, BUOY_MAX_LINKS);
  g_assert_true (has_limit (message, "links"));
}

/* Markup that the tree builder repeats in each paragraph: 200 kB of it would make a million elements. */
static void
test_repeated_formatting (void)
{
  GString *html = g_string_new ("<p>");
  g_autofree char *paragraphs = page_case_repeat ("<p>x</p>", 20000);
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (html, "<b id=%u>", i);
  g_string_append_printf (html, "%s<a href='https://a.test/'>y</a>", paragraphs);
  message = page_case_read (html->str);
  g_string_free (html, TRUE);
  g_assert_true (has_limit (message, "html-depth"));
  g_assert_cmpuint (message->links->len, ==, 1);
}

/* Where no style sheet is read any more, it may write a text into any link. */
static void
test_nested_imports (void)
{
  g_autofree char *css = g_strdup ("a{}");
  g_autofree char *html = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *inner = g_steal_pointer (&css);
      g_autofree char *escaped = g_uri_escape_string (inner, NULL, FALSE);

      css = g_strdup_printf ("@import \"data:text/css,%s\"", escaped);
    }
  html = g_strdup_printf ("<style>%s</style><a href='https://a.test/'>y</a>", css);
  message = page_case_read (html);
  g_assert_true (has_limit (message, "links"));
}

/* The tree builder's time is quadratic in a tag's attributes, here with and without white space between. */
static void
test_many_attributes (gconstpointer data)
{
  GString *html = g_string_new ("<p ");
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (html, "a%u%s", i, (const char *) data);
  g_string_append (html, "><a href='https://a.test/'>y</a>");
  message = page_case_read (html->str);
  g_string_free (html, TRUE);
  g_assert_true (has_limit (message, "html-depth"));
  g_assert_cmpuint (message->links->len, ==, 1);
}

/* As in phishing: hundreds of junk attributes before the href. */
static void
test_attributes_before_href (void)
{
  g_autofree char *junk = page_case_repeat ("a1+++b2\n\n", 1000);
  g_autofree char *html = g_strconcat ("<a ", junk, "href='https://a.test/'>y</a>", NULL);
  g_autoptr (BuoyMessage) message = page_case_read (html);

  g_assert_cmpuint (message->links->len, ==, 1);
  g_assert_cmpuint (message->limits->len, ==, 0);
}

/* End tags that are ignored where they are: they must not make the depth look small. */
static const char *const disguises[] = {
  "<div><object></div>",
  "<div title='</div>'>",
  "<div title= \"</div>\">",
  "<div><!-- </div> -->",
  "<div><?</div>",
  "<div><script></div></script>",
  "<div><title></div></title>",
  "<div><script><!--<script></script></div></script>-->",
  "<b><script></b></script>",
  "<b><table></b></table>",
  "<b><select></b></select>",
  "<span><div></span></div>",
  "<x></y>",
  "<select><style></select><b></b></style>",
  "<svg><style><b></style></b>",
  "<b><svg><![CDATA[></b>]]></svg>",
  "<svg><td>",
  "<svg><b></b><path/>",
  "<table><td><b><object></td>",
  "<table><caption><b></td>",
};

static void
test_depth_in_disguise (gconstpointer data)
{
  g_autofree char *html = page_case_repeat (data, 1000);
  g_autoptr (BuoyMessage) message = page_case_read (html);

  g_assert_true (has_limit (message, "html-depth"));
}

/* End tags that close: many elements in a row are not deep. */
static const char *const shallow[] = {
  "<div><b>x</b></div>",
  "<table><tr><td><font>x<tr><td><div>x</table>",
  "<p><li><td><option>",
  "<svg><title>x</title><style>a{}</style><g><path/></g></svg><style>b{}</style>",
  "<script>if (a<b) '<div>'</script>",
  "<div><!-- <div> --></div>",
  "<a href='x>y' title='<div>'>z</a>",
  "<math><mi>x</mi></math>",
  "<table><tr><td><table><tr><td><b>x</table></table>",
};

static void
test_shallow (gconstpointer data)
{
  g_autofree char *html = page_case_repeat (data, 1000);
  g_autoptr (BuoyMessage) message = page_case_read (html);

  g_assert_false (has_limit (message, "html-depth"));
}

/* The base is stored once, whatever its length and the number of links; if it is too long, its host is still used. */
static void
test_long_base (void)
{
  g_autofree char *path = page_case_repeat ("a", 1000000);
  g_autofree char *links = page_case_repeat ("<a href='x'>y</a>", 2);
  g_autofree char *html = g_strconcat ("<base href='https://b.test/", path, "'>", links, NULL);
  g_autoptr (BuoyMessage) message = page_case_read (html);
  const BuoyLink *first = g_ptr_array_index (message->links, 0);
  const BuoyLink *second = g_ptr_array_index (message->links, 1);

  g_assert_true (first->base == second->base);
  g_assert_true (g_str_has_prefix (first->base, "https://b.test/a"));
  g_assert_cmpuint (strlen (first->base), <, 5000);
  g_assert_true (has_limit (message, "page"));
}

/* Content that is nested too deeply is still read. */
static void
test_link_below (void)
{
  g_autofree char *deep = page_case_repeat ("<div>", 5000);
  g_autofree char *html = g_strconcat (deep, "<a href='https://a.test/'>y</a>", NULL);
  g_autoptr (BuoyMessage) message = page_case_read (html);

  g_assert_cmpuint (message->links->len, ==, 1);
}

/* Style sheets whose matching takes too long: the sheet is abandoned, the page is not. */
static const struct
{
  const char *name;
  const char *start; /* written once, before the repeated part */
  const char *middle;
  const char *unit;
  const char *end;
} sheets[] = {
  { "rules-elements", "p{color:red}", "</style>", "<p>x", "" },
  { "declarations-elements", "", "p{", "color:red;", "}</style><p><p><p><p><p><p><p><p><p><p>" },
  { "list-at-rules", "a,", "p{", "@media x{color:red}", "}</style><p>" },
  { "long-at-rules", "a ", "p{", "@media x{color:red}", "}</style><p>" },
  { "classes", ".a", "{color:red}</style>", "<p class=a>x", "" },
};

static guint64
count_sheet_steps (guint row, guint times)
{
  g_autofree char *starts = page_case_repeat (sheets[row].start, times);
  g_autofree char *units = page_case_repeat (sheets[row].unit, times);
  g_autofree char *html = g_strconcat ("<style>", starts, sheets[row].middle, units, sheets[row].end,
                                       "<a href='https://a.test/'>y</a>", NULL);
  g_autoptr (BuoyMessage) message = page_case_read (html);

  g_assert_cmpuint (message->links->len, ==, 1);
  return buoy_budget_get_n_steps (message->budget);
}

static void
test_sheet (gconstpointer data)
{
  const guint row = GPOINTER_TO_UINT (data);
  const guint64 least = 25 * 1000 * 1000; /* the allowance for matching the rules of a page */

  g_assert_cmpuint (count_sheet_steps (row, 20000), <=, least + 2.4 * count_sheet_steps (row, 10000));
}

/* A path contains no slashes of its own. */
static void
add_markup_test (const char *path, const char *markup, GTestDataFunc test)
{
  g_autofree char *name = g_strdelimit (g_strdup (markup), "/", '|');
  g_autofree char *full = g_strconcat (path, "/", name, NULL);

  g_test_add_data_func (full, markup, test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-limits/long-base", test_long_base);
  g_test_add_func ("/html-limits/deep", test_deep);
  g_test_add_func ("/html-limits/long-link", test_long_link);
  g_test_add_func ("/html-limits/repeated-alt", test_repeated_alt);
  g_test_add_func ("/html-limits/long-data", test_long_data);
  g_test_add_func ("/html-limits/unclosed", test_unclosed);
  g_test_add_func ("/html-limits/many-links", test_many_links);
  g_test_add_func ("/html-limits/repeated-formatting", test_repeated_formatting);
  g_test_add_func ("/html-limits/nested-imports", test_nested_imports);
  g_test_add_data_func ("/html-limits/many-attributes", " ", test_many_attributes);
  g_test_add_data_func ("/html-limits/many-quoted-attributes", "='1'", test_many_attributes);
  g_test_add_func ("/html-limits/attributes-before-href", test_attributes_before_href);
  for (guint i = 0; i < G_N_ELEMENTS (disguises); i++)
    add_markup_test ("/html-limits/depth-in-disguise", disguises[i], test_depth_in_disguise);
  for (guint i = 0; i < G_N_ELEMENTS (shallow); i++)
    add_markup_test ("/html-limits/shallow", shallow[i], test_shallow);
  g_test_add_func ("/html-limits/link-below", test_link_below);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_strconcat ("/html-limits/sheet/", sheets[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sheet);
    }
  return g_test_run ();
}
