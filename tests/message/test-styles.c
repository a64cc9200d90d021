/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a page's style sheets hide and show: one row a way of saying which elements are meant.
 */
#include "config.h"

#include "page-cases.h"

#define N_SIBLINGS 100000

static const PageCase cases[] = {
  { "hidden-by-class",
    "<style>.x { display : none }</style><a href='h'>b<i class='y x'>zz</i>.test</a>",
    "b.test > h" },
  { "other-screens",
    "<style>@media print {.x{display:none}}</style><a href='h'><i class=x>b.test</i></a>",
    "b.test > h" },
  { "hidden-by-tag", "<style>i{display:none}</style><a href='h'>b<i>zz</i>.test</a>",
    "b.test > h" },
  { "sized-by-tag", "<style>i{font-size:0}</style><a href='h'>b<i>zz</i>.test</a>", "b.test > h" },
  { "descendant",
    "<style>td > .x i{display:none}</style><table><td><a class=x href='h'>b<i>zz</i></a></table>",
    "b > h" },
  { "not-its-descendant", "<style>.y i{display:none}</style><a class=x href='h'>b<i>zz</i></a>",
    "bzz > h" },
  { "stronger-rule",
    "<style>i.x{display:inline}.x{display:none}</style><a href='h'>b<i class=x>.test</i></a>",
    "b.test > h" },
  { "rule-by-attribute",
    "<style>i[class=x]{display:none}[title*='hid']{font-size:0}</style>"
    "<a href='h'>b<i class=x>zz</i><b title='to-hide'>zz</b></a>",
    "b > h" },
  { "rule-for-paper",
    "<style media='print'>.x{display:none}</style><a href='h'><i class=x>b.test</i></a>",
    "b.test > h" },
  { "rule-for-any-width",
    "<style>@media only screen and (min-width:1px){.x{display:none}}</style>"
    "<a href='h'>b<i class=x>zz</i></a>",
    "b > h" },
  { "rule-for-telephones",
    "<style>@media screen and (max-width:480px){.x{display:none}}</style>"
    "<a href='h'><i class=x>b.test</i></a>",
    "b.test > h" },
  { "nth-child",
    "<style>i:nth-child(2){display:none}</style><a href='h'><i>b</i><b>x</b><i>.test</i></a>",
    "bx.test > h" },
  { "nth-child-2",
    "<style>i:nth-child(2){display:none}</style>"
    "<a href='h'><b>b</b> <!----><i>zz</i><i>.test</i></a>",
    "b .test > h" },
  { "nth-even",
    "<style>i:nth-child( 2n ){display:none}</style>"
    "<a href='h'><i>b</i><i>z</i><i>.test</i><i>z</i></a>",
    "b.test > h" },
  { "nth-odd",
    "<style>i:nth-child(odd){display:none}</style>"
    "<a href='h'><i>z</i><i>b</i><i>z</i><i>.test</i></a>",
    "b.test > h" },
  { "nth-first-two",
    "<style>i:nth-child(-n + 2){display:none}</style>"
    "<a href='h'><i>z</i><i>z</i><i>b</i><i>.test</i></a>",
    "b.test > h" },
  { "nth-from-end",
    "<style>i:nth-last-child(1){display:none}</style><a href='h'><i>b.test</i><i>z</i></a>",
    "b.test > h" },
  { "nth-of-type",
    "<style>b:nth-of-type(2){display:none}</style>"
    "<a href='h'><b>b</b><i>.</i><b>z</b><b>test</b></a>",
    "b.test > h" },
  { "nth-of-what",
    "<style>i:nth-child(1 of .x){display:none}</style><a href='h'><i class=x>b.test</i></a>",
    "b.test > h" },
  { "first-child",
    "<style>i:first-child{display:none}</style><a href='h'><i>z</i><i>b.test</i></a>",
    "b.test > h" },
  { "last-child",
    "<style>i:last-child{display:none}</style><a href='h'><i>b.test</i><i>.c.test</i></a>",
    "b.test > h" },
  { "only-child",
    "<style>i:only-child{display:none}</style><a href='h'>b<i>z</i>.test</a>",
    "b.test > h" },
  { "first-of-type",
    "<style>b:first-of-type{display:none}</style><a href='h'><i>b</i><b>z</b><b>.test</b></a>",
    "b.test > h" },
  { "not-its-class",
    "<style>i:not(.k){display:none}</style>"
    "<a href='h'><i class=k>b</i><i>z</i><i class=k>.test</i></a>",
    "b.test > h" },
  { "not-its-place",
    "<style>i:not(:nth-child(odd)){display:none}</style>"
    "<a href='h'><i>b</i><i>z</i><i>.test</i></a>",
    "b.test > h" },
  { "not-by-state",
    "<style>i:not(:hover){display:none}</style><a href='h'>b<i>z</i>.test</a>",
    "b.test > h" },
  { "not-known",
    "<style>i:not(:blank){display:none}</style><a href='h'>b<i>.test</i></a>",
    "b.test > h" },
  { "either",
    "<style>a :is(i, u.x){display:none}</style>"
    "<a href='h'>b<i>z</i>.te<u class=x>z</u>s<u>t</u></a>",
    "b.test > h" },
  { "child",
    "<style>a > i{display:none}</style><a href='h'>b<i>z</i><b><i>.test</i></b></a>",
    "b.test > h" },
  { "next",
    "<style>b + i{display:none}</style><a href='h'><b>b</b><i>z</i><i>.test</i></a>",
    "b.test > h" },
  { "later",
    "<style>b~i{display:none}</style><a href='h'><i>b</i><b>.test</b><u></u><i>z</i></a>",
    "b.test > h" },
  { "language",
    "<style>i[lang|=x]{display:none}</style><a href='h'>b<i lang=x-y>z</i><i lang=xy>.test</i></a>",
    "b.test > h" },
  { "own-tag",
    "<style>x-hide{display:none}</style><a href='h'>b<x-hide>z</x-hide><x-show>.test</x-show></a>",
    "b.test > h" },
  { "own-tag-of-type",
    "<style>x-a:nth-of-type(1){display:none}</style>"
    "<a href='h'><x-b>b</x-b><x-a>z</x-a><x-a>.test</x-a></a>",
    "b.test > h" },
  { "rule-by-state", "<style>i:hover{display:none}</style><a href='h'>b<i>.test</i></a>",
    "b.test > h" },
  { "rule-in-body",
    "<div><div><div><style>.x{display:none}</style></div></div></div>"
    "<a href='h'>b<i class=X>zz</i></a>",
    "b > h" },
  { "rule-for-screens",
    "<style>@media screen{.x{display:none}}</style><a href='h'>b<i class=x>zz</i></a>", "b > h" },
  { "content-behind", "<style>.x::after{content:'.test'}</style><a href='h' class=x>b</a>",
    "b.test > h" },
  { "behind-an-import",
    "<style>@import 'x';.x{display:none}</style><a href='h'>b<i class=x>z</i></a>", "b > h" },
  { "media-of-several",
    "<style>@media print, screen{.x{display:none}}</style><a href='h'>b<i class=x>z</i>.test</a>",
    "b.test > h" },
  { "media-of-paper",
    "<style>@media print, speech{.x{display:none}}</style><a href='h'>b<i class=x>.test</i></a>",
    "b.test > h" },
  { "media-but-paper",
    "<style>@media not print{.x{display:none}}</style><a href='h'>b<i class=x>z</i>.test</a>",
    "b.test > h" },
  { "colour-inherited",
    "<style>b{color:#fff}b i{color:inherit}</style><a href='h'>b<b><i>z</i></b>.test</a>",
    "b.test > h" },
  { "content-of-attribute",
    "<style>a::before{justify-content:center;content:'b' attr(data-x)}</style>"
    "<a href='h' data-x='.test'></a>",
    "b.test > h" },
  { "content-of-none", "<style>a::before{content:none}</style><a href='h'>b.test</a>",
    "b.test > h" },
  { "variable",
    "<style>i{display:var(--d)}</style><style>:root{--d:none}</style><a href='h'>b<i>z</i>.test</a>",
    "b.test > h" },
  { "variable-in-style",
    "<style>*{--w:var(--v);--v:#fff}</style><a href='h'>b<i style='color:var( --w )'>z</i>.test</a>",
    "b.test > h" },
  { "variable-unknown", "<a href='h'>b<i style='display:var(--q, none)'>z</i>.test</a>",
    "b.test > h" },
  { "variable-of-itself",
    "<style>*{--w:var(--w)var(--w)}</style><a href='h'>b<i style='color:var(--w)'>.test</i></a>",
    "b.test > h" },
};

/* Each of them asks for its place among all the others. */
static void
test_many_siblings (void)
{
  GString *html = g_string_new ("<style>i:nth-child(n+2){color:red}i:nth-last-child(9){top:0}</style>");
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i < N_SIBLINGS; i++)
    g_string_append (html, "<i>x</i>");
  g_string_append (html, "<a href='https://a.test/'>y</a>");
  message = page_case_read (html->str);
  g_string_free (html, TRUE);
  g_assert_cmpuint (message->links->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  page_cases_add ("/styles", cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/styles/many-siblings", test_many_siblings);
  return g_test_run ();
}
