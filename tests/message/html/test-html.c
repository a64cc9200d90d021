/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a reader sees of a page: one form of link or of hidden text per row.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-message.h"
#include "page-cases.h"

static const PageCase link_cases[] = {
  { "plain", "<a href='https://a.test/'>www.b.test</a>", "www.b.test > https://a.test/" },
  { "white-space", "<a href='https://a.test/'>\n  www.\tb.test\n</a>", "www. b.test > https://a.test/" },
  { "nested-elements", "<a href='h'><b>www</b><i>.b</i>.test</a>", "www.b.test > h" },
  { "entities", "<a href='h?a=1&amp;b=2'>b&#46;test &lt;x&gt;</a>", "b.test <x> > h?a=1&b=2" },
  { "comment-inside", "<a href='h'>www<!-- x -->.b.test</a>", "www.b.test > h" },
  { "wbr", "<a href='h'>www.<wbr>b.test</a>", "www.b.test > h" },
  { "invisible-characters", "<a href='h'>www.\xe2\x80\x8b\x62.t\xc2\xad\x65st</a>", "www.b.test > h" },
  { "controls", "<a href='h'>www\x06.b\x7f.\xc2\x85test</a>", "www.b.test > h" },
  { "control-in-name", "<style\x06><a href='h'>b.test</a></style\x06>", "b.test > h" },
  { "image-alt", "<a href='h'><img alt='www.b.test'></a>", "www.b.test > h" },
  { "image-beside-text", "<a href='h'><img alt='logo'>Open</a>", "Open > h" },
  { "hidden-letters", "<a href='h'>www.<span style='display:none'>x</span>b.test</a>", "www.b.test > h" },
  { "zero-font", "<a href='h'>www.<span style='FONT-SIZE: 0px'>x</span>b.test</a>", "www.b.test > h" },
  { "blocks-are-words", "<a href='h'><div>one</div><div>two</div></a>", "one two > h" },
  { "unclosed", "<a href='1'>one<a href='2'>two", "one > 1 | two > 2" },
  { "no-href", "<a name='x'>text</a>", "" },
  { "area", "<map><area href='h' alt='b.test'></map>", "b.test > h" },
  { "svg", "<svg><a xlink:href='h'><text>b.test</text></a></svg>", "b.test > h" },
  { "form", "<form action='https://a.test/p'><input name=q></form>", " > https://a.test/p" },
  { "form-button", "<form action='h'><input type='submit' value='Log in'></form>", "Log in > h" },
  { "form-unnamed-button", "<form action='h'><button type='button'>no</button><button>Go</button>", "Go > h" },
  { "formaction", "<button formaction='https://a.test/p' value='1'>Go</button>", "Go > https://a.test/p" },
  { "formaction-input", "<input type='submit' formaction='h' value='Go'>", "Go > h" },
  { "sized-again", "<div style='font-size:0'><a href='h'><span style='font-size:14px'>b</span>.test</a></div>",
    "b > h" },
  { "sized-by-share", "<a href='h'>b<i style='font-size:0%'>z<b style='font-size:2em'>z</b></i></a>", "b > h" },
  { "sized-in-short", "<a href='h'>b<i style='font:italic 0/0 serif'>zz</i></a>", "b > h" },
  { "seen-in-unseen", "<a href='h' style='visibility:hidden'>x<i style='visibility:visible'>b.test</i></a>",
    "b.test > h" },
  { "gone-for-good", "<div style='display:none'><a href='h' style='display:block'>x</a></div>", " > h" },
  { "last-declaration", "<a href='h'><i style='display:none;display:inline'>b.test</i></a>", "b.test > h" },
  { "important", "<a href='h'>b<i style='display:none!important;display:inline'>zz</i></a>", "b > h" },
  { "escaped", "<a href='h'>b<i style='d\\69 splay:/**/none'>zz</i></a>", "b > h" },
  { "inline-has-no-size", "<a href='h'><i style='width:0;overflow:hidden'>b.test</i></a>", "b.test > h" },
  { "box-of-nothing", "<a href='h'>b<i style='display:inline-block;max-height:0;overflow:hidden'>zz</i></a>",
    "bzz > h" },
  { "static-has-no-place", "<a href='h'><i style='left:-9999px'>b.test</i></a>", "b.test > h" },
  { "off-screen", "<a href='h'>b<i style='position:absolute;left:-9999px'>zz</i></a>", "bzz > h" },
  { "clipped", "<a href='h'>b<i style='position:absolute;clip:rect(0 0 0 0)'>zz</i></a>", "bzz > h" },
  { "clip-path", "<a href='h'>b<i style='clip-path:inset(50%)'>zz</i></a>", "bzz > h" },
  { "scaled", "<a href='h'>b<div style='transform:scale(0)'>zz</div></a>", "b zz > h" },
  { "transparent", "<a href='h'>b<i style='color:rgba(1,2,3,0)'>zz</i>.test</a>", "b.test > h" },
  { "white-on-white", "<a href='h'>b<font color='#FFFFFE'>zz</font>.test</a>", "b.test > h" },
  { "white-on-blue", "<table bgcolor='#0066cc'><td><a href='h' style='color:white'>b.test</a></table>", "b.test > h" },
  { "white-on-picture", "<table><td background='x.png'><a href='h' style='color:white'>b.test</a></table>",
    "b.test > h" },
  { "blue-on-blue", "<div style='background:rgb(0 102 204)'><a href='h'>b<i style='color:#06c'>z</i></a></div>",
    "b > h" },
  { "faded-link", "<a href='h' style='opacity:0'>b.test</a>", " > h" },
  { "animated", "<svg><a href='1'><set attributeName='href' to='2'/><text>b.test</text></a></svg>", "b.test > 2" },
  { "template", "<div><template><a href='g'>x</a></template></div><a href='h'>b.test</a>", "b.test > h" },
  { "shadow-root", "<div><template shadowrootmode='closed'><a href='h'>b.test</a></template></div>", "b.test > h" },
  { "shadow-in-shadow",
    "<p><template ShadowRootMode=open><b><template shadowrootmode=open><a "
    "href='h'>b.test</a></template></b></template>",
    "b.test > h" },
  { "slot", "<div><template shadowrootmode=open><a href='h'>b<slot></slot></a></template>.test</div>", "b.test > h" },
  { "slot-by-name",
    "<div><i>x</i><template shadowrootmode=open><a href='h'><slot name='n'></slot></a></template>y<b "
    "slot='n'>b.test</b></div>",
    "b.test > h" },
  { "slot-in-link", "<a href='h'><div><template shadowrootmode=open><slot></slot></template>b.test</div></a>",
    "b.test > h" },
  { "slot-alone", "<a href='h'>b.test<slot></slot></a>", "b.test > h" },
  { "style-in-tree",
    "<p><template shadowrootmode=closed><style>a::before{content:'b.test'}</style><a href='h'></a></template>",
    "b.test > h" },
  { "style-in-template", "<template><style>a::before{content:'b.test'}</style></template><a href='h'>x</a>", "x > h" },
  { "slot-in-slot",
    "<div><template shadowrootmode=open><div><template shadowrootmode=open><a href='h'><slot></slot></a></template>"
    "<slot></slot></div></template>b.test</div>",
    "b.test > h" },
  { "use",
    "<svg><defs><text id='t'>b.test</text></defs></svg><a href='h'><svg><use href='#x'/><use "
    "xlink:href='#t'/></svg></a>",
    "b.test > h" },
  { "use-of-itself", "<a href='h'><svg><g id='g'>b.test<use href='#g'/></g></svg></a>", "b.test > h" },
  { "placeholder-in-link", "<a href='h'><textarea placeholder='b.test'></textarea></a>", "b.test > h" },
  { "option-in-link", "<a href='h'><select><optgroup label='b.test'></select></a>", "b.test > h" },
  { "styled-quotes", "<a href='h' style='quotes:\"www.b.test\" \"\"'>x</a>", "x > h | www.b.test > h" },
  { "styled-list", "<style>li{list-style:'www.b' '.test'}</style><a href='h'>x</a>", "x > h | www.b.test > h" },
  { "styled-names", "<style>@counter-style c{symbols:www\\.b\\.test}</style><a href='h'>x</a>",
    "x > h | www.b.test > h" },
  { "styled-function", "<style>a::before{content:'c.test' counters(c,'www.b.test')}</style><a href='h'>x</a>",
    "c.testx > h | www.b.test > h" },
  { "styled-by-import", "<style>@import 'data:text/css,a::before{content:\"b.test\"}';</style><a href='h'></a>",
    "b.test > h" },
  { "styled-by-import-url",
    "<style>@import url(data:text/css;base64,YTo6YmVmb3Jle2NvbnRlbnQ6ImIudGVzdCJ9);</style><a href='h'></a>",
    "b.test > h" },
  { "styled-by-link", "<link rel='StyleSheet' href='data:text/css,a::before{content:\"b.test\"}'><a href='h'></a>",
    "b.test > h" },
  { "styled-by-url", "<style>a{--t:url('http://www.b.test');--u:'v1.2';font:1em 'www.b.test'}</style><a href='h'>x</a>",
    "x > h" },
  { "nested-in-cell", "<a href='1'>x<table><td><a href='2'>b.test</a></table></a>", "b.test > 2 | x b.test > 1" },
  { "nested-in-object", "<a href='1'><object><a href='2'>b.test</a></object></a>", "b.test > 2 | b.test > 1" },
  { "nested-in-drawing", "<a href='1'><svg><a href='2'><text>b.test</text></a></svg></a>", "b.test > 2 | b.test > 1" },
  { "nested-in-tree", "<a href='1'><b><template shadowrootmode=closed><a href='2'>b.test</a></template></b></a>",
    "b.test > 2 | b.test > 1" },
  { "nested-around-slot",
    "<a href='1'><div><template shadowrootmode=closed><a href='2'><slot></slot></a></template>b.test</div></a>",
    "b.test > 2 | b.test b.test > 1" },
  { "nested-in-slot",
    "<div><template shadowrootmode=open><a href='1'><slot></slot></a></template><a href='2'>b.test</a></div>",
    "b.test > 1 | b.test > 2" },
  { "noscript", "<noscript><a href='h'>b.test</a></noscript>", "b.test > h" },
  { "field-in-link", "<a href='h'><input value='b.test'></a>", "b.test > h" },
  { "image-title", "<a href='h'><img title='b.test'></a>", "b.test > h" },
  { "turned-around", "<a href='h'><bdo dir='rtl'>tset.b</bdo></a>", "b.test > h" },
  { "turned-outside", "<bdo dir='rtl'><a href='h'>tset.<b>b</b></a></bdo>", "b.test > h" },
  { "turned-by-style",
    "<a href='h'>www.<i style='unicode-bidi:bidi-override;direction:rtl'>"
    "tset.b</i></a>",
    "www.b.test > h" },
  { "turned-by-character", "<a href='h'>\xe2\x80\xaetset.b\xe2\x80\xac</a>", "b.test > h" },
  { "right-to-left-only", "<a href='h' dir='rtl'>b.test</a>", "b.test > h" },
  { "mathml", "<math><mtext href='h'>b.test</mtext></math>", "b.test > h" },
  { "outlook-same", "<!--[if mso]><v:rect href='h'>b</v:rect><![endif]--><a href='h'>b.test</a>", "b.test > h" },
  { "outlook-other", "<!--[if gte mso 9]><a href='2'>b.test</a><![endif]--><a href='1'>b.test</a>",
    "b.test > 1 | b.test > 2" },
  { "outlook-around", "<!--[if mso]><a href='2'><![endif]--><a href='1'>b.test</a>", "b.test > 1 |  > 2" },
  { "outlook-vml",
    "<a href='1'>x</a><!--[if mso]><v:roundrect href='2'><center>b.test</center>"
    "</v:roundrect><![endif]-->",
    "x > 1 | b.test > 2" },
  { "not-outlook",
    "<!--[if mso]><a href='2'>x</a><![endif]--><!--[if !mso]><!--><a href='1'>b</a>"
    "<!--<![endif]-->",
    "b > 1 | x > 2" },
  { "comment-not-conditional", "<!-- <a href='2'>x</a> --><a href='1'>b</a>", "b > 1" },
  { "button-with-markup", "<button formaction='h'><span><b>b</b>.test</span></button>", "b.test > h" },
  { "button-picture", "<input type='image' alt='b.test' formaction='h'>", "b.test > h" },
  { "refresh-without-word", "<meta http-equiv='refresh' content='0;https://a.test/'>", " > https://a.test/" },
  { "refresh", "<meta http-equiv='Refresh' content='0; URL=https://a.test/'>", " > https://a.test/" },
  { "script-is-no-text", "<a href='h'>b<script>.evil</script>.test</a>", "b.test > h" },
  { "framed", "<iframe srcdoc='&lt;a href=h&gt;b.test&lt;/a&gt;'></iframe>", "b.test > h" },
  { "framed-twice", "<iframe srcdoc='&lt;iframe srcdoc=\"&amp;lt;a href=h&amp;gt;b.test\"&gt;'></iframe>",
    "b.test > h" },
  { "label-of-button", "<label for=b>www.b.test</label><form action=h><input type=submit id=b value=x></form>",
    "www.b.test > h | x > h" },
  { "label-around-button", "<form action=h><label>www.b.test<button>x</button></label></form>",
    "x > h | www.b.test x > h" },
  { "label-of-button-elsewhere",
    "<form id=f action=h></form><button id=b form=f>x</button><label for=b>www.b.test</label>",
    "x > h | www.b.test > h" },
  { "label-of-own-action", "<label for=b>www.b.test</label><button id=b formaction=h>x</button>",
    "www.b.test > h | x > h" },
  { "label-of-field", "<form action=h><label>www.b.test<input name=n></label><label for=n>www.b.test</label></form>",
    " > h" },
  { "label-without-host", "<form action=h><label>b<button>x</button></label></form>", "x > h" },
  { "framed-in-link", "<a href=h><iframe srcdoc='b.test'></iframe></a>", " > h | b.test > h" },
  { "framed-twice-in-link", "<a href=h><iframe srcdoc='<iframe srcdoc=b.test>'></iframe></a>", " > h | b.test > h" },
  { "data-frame-in-link", "<a href=h>x<embed src='data:text/html,b.test'></a>", "x > h | b.test > h" },
  { "framed-beside-link", "<a href=h>x</a><iframe srcdoc='b.test'></iframe>", "x > h" },
  { "framed-unseen", "<iframe hidden srcdoc='&lt;a href=h&gt;b.test&lt;/a&gt;'></iframe>", "b.test > h" },
  { "data-frame", "<iframe src='data:text/html,%3Ca href=h%3Eb.test'></iframe>", "b.test > h" },
  { "data-frame-percent", "<iframe src='data:text/html,100% %3Ca href=h%3Eb.test'></iframe>", "b.test > h" },
  { "data-frame-percent-base64", "<iframe src='data:text/html;base64,PGEgaHJlZj1oPmIudGVzdA==%'></iframe>",
    "b.test > h" },
  { "data-frame-space", "<iframe src='data:text/html; base64,PGEgaHJlZj1oPmIudGVzdA=='></iframe>", "b.test > h" },
  { "data-frame-not-encoded", "<iframe src='data:text/html;base64;x=y,%3Ca href=h%3Eb.test'></iframe>", "b.test > h" },
  { "data-frame-other-charset", "<iframe src='data:text/html;xcharset=utf-16,%3Ca href=h%3Eb.test'></iframe>",
    "b.test > h" },
  { "nothing-runs", "<a href='h' onclick='location=\"https://a.test/\"'>b.test</a>", "b.test > h" },
  { "svg-title", "<a href='h'><svg><title>b.test</title></svg></a>", "b.test > h" },
  { "svg-label", "<a href='h'><svg aria-label='b.test'></svg></a>", "b.test > h" },
  { "never-shown", "<a href='h'>b<datalist><option>z</datalist><noembed>z</noembed>.test</a>", "b.test > h" },
  { "controls-around", "<a href='\x01 \x1fh\x02'>b.test</a>", "b.test > h" },
  { "far-over", "<a href='h'>b<i style='position:absolute;left:9999px'>z</i></a>", "bz > h" },
  { "screens-off", "<a href='h'>b<i style='position:fixed;top:-100vh'>z</i></a>", "bz > h" },
  { "inset", "<a href='h'>b<i style='position:fixed;inset:0 0 0 -999px'>z</i></a>", "bz > h" },
  { "translated", "<a href='h'>b<div style='translate:-999px'>z</div></a>", "b z > h" },
  { "floating", "<a href='h'>b<i style='float:left;height:0;overflow:hidden'>z</i></a>", "bz > h" },
  { "old-colour", "<a href='h'>b<font color='FFFFFF'>z</font></a>", "b > h" },
  { "fallback", "<a href='h'>b<video>z</video><progress>z</progress>.test</a>", "b .test > h" },
  { "window", "<a href='h'>b<dialog>z</dialog>.test</a>", "b.test > h" },
  { "block-taken-away", "<a href='h'>b<div style='display:none'>z</div>.test</a>", "b.test > h" },
  { "block-in-line", "<a href='h'>b<div style='display:inline-block'>.test</div></a>", "b.test > h" },
  { "block", "<a href='h'>b<div>.test</div></a>", "b .test > h" },
  { "hidden-and-shown", "<a href='h'><i hidden style='display:inline'>b.test</i></a>", "b.test > h" },
  { "window-open", "<a href='h'><dialog open>b.test</dialog></a>", "b.test > h" },
  { "outlook-text-box",
    "<a href='1'>x</a><!--[if mso]><v:rect href='2'><v:textbox>b.test</v:textbox></v:rect>"
    "<![endif]-->",
    "x > 1 | b.test > 2" },
  { "duplicate-attribute", "<a href='1' href='2'>x</a>", "x > 1" },
  { "duplicate-before-href", "<a x x href='h'>y</a>", "y > h" },
};

static void
test_base (void)
{
  g_autoptr (BuoyMessage) message = page_case_read ("<base href='https://b.test/'><a href='x'>y</a>");
  const BuoyLink *link = g_ptr_array_index (message->links, 0);

  g_assert_cmpstr (link->base, ==, "https://b.test/");
}

/* Browsers apply the first base to earlier links too. */
static void
test_late_base (void)
{
  g_autoptr (BuoyMessage) message = page_case_read ("<a href='x'>y</a><base href='https://b.test/'>");
  const BuoyLink *link = g_ptr_array_index (message->links, 0);

  g_assert_cmpstr (link->base, ==, "https://b.test/");
}

static void
test_title (void)
{
  g_autoptr (BuoyMessage) message
      = page_case_read ("<a href='h' title=' www.b.test '>y</a><a href='h' aria-label='c.test'>y</a>");
  const BuoyLink *first = g_ptr_array_index (message->links, 0);
  const BuoyLink *second = g_ptr_array_index (message->links, 1);

  g_assert_cmpstr (first->title, ==, "www.b.test");
  g_assert_cmpstr (second->title, ==, "c.test");
}

static void
test_password (void)
{
  g_autoptr (BuoyMessage) asks = page_case_read ("<form><input type='PASSWORD'></form>");
  g_autoptr (BuoyMessage) searches = page_case_read ("<form><input type='text'></form>");

  g_assert_true (asks->has_password_field);
  g_assert_false (searches->has_password_field);
}

/* Spaces and joiners that pad a preheader are not text. */
static void
test_hidden (void)
{
  g_autoptr (BuoyMessage) message
      = page_case_read ("<div hidden>abc \xe2\x80\x8c&nbsp;\xe2\x80\x8c def</div><p>seen</p>");

  g_assert_cmpuint (message->hidden_text_bytes, ==, 6);
  g_assert_cmpstr (message->html_text, ==, "seen");
}

/* Hidden links are kept, and hidden text is in the readings that can accuse; neither excuses anything. */
static void
test_readings (void)
{
  static const char page[] = "<p>one<b hidden>two</b> <a href='h'>b<i style='opacity:0'>zz</i></a></p>"
                             "<p hidden>three <a href='k'>c</a></p><p>four</p>";
  g_autoptr (BuoyMessage) message = page_case_read (page);
  const BuoyLink *seen = g_ptr_array_index (message->links, 0);
  const BuoyLink *hidden = g_ptr_array_index (message->links, 1);

  g_assert_cmpstr (message->html_text, ==, "one b\nfour");
  g_assert_cmpstr (message->html_sure_text, ==, "one b\nfour");
  g_assert_cmpstr (message->html_others, ==, "onetwo bzz\nthree c");
  g_assert_cmpstr (seen->text, ==, "b");
  g_assert_cmpstr (seen->full_text, ==, "bzz");
  g_assert_null (seen->sure_text);
  g_assert_true (seen->surely_seen);
  g_assert_cmpstr (hidden->full_text, ==, "c");
  g_assert_false (hidden->surely_seen);
}

/* The content of a frame may or may not be visible. */
static void
test_framed (void)
{
  g_autoptr (BuoyMessage) message = page_case_read ("<iframe srcdoc='&lt;a href=h&gt;b&lt;/a&gt;'></iframe>");
  const BuoyLink *link = g_ptr_array_index (message->links, 0);

  g_assert_cmpstr (link->text, ==, "b");
  g_assert_cmpstr (link->sure_text, ==, "");
  g_assert_false (link->surely_seen);
}

/* data: URLs without content. */
static void
test_short_data (void)
{
  static const char *const pages[] = {
    "<iframe src='data:text/html;base64,'></iframe>x",
    "<iframe src='data:text/html;base64,A'></iframe>x",
    "<object data='data:text/html;base64,%41'></object>x",
    "<img src='data:image/png;base64,'>x",
    "<img src='data:image/png;base64,A'>x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (BuoyMessage) message = page_case_read (pages[i]);

      g_assert_true (g_str_has_prefix (message->html_text, "x"));
      g_assert_cmpuint (message->n_unread_pictures, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  page_cases_add ("/html/links", link_cases, G_N_ELEMENTS (link_cases));
  g_test_add_func ("/html/base", test_base);
  g_test_add_func ("/html/late-base", test_late_base);
  g_test_add_func ("/html/title", test_title);
  g_test_add_func ("/html/password", test_password);
  g_test_add_func ("/html/hidden", test_hidden);
  g_test_add_func ("/html/readings", test_readings);
  g_test_add_func ("/html/framed", test_framed);
  g_test_add_func ("/html/short-data", test_short_data);
  return g_test_run ();
}
