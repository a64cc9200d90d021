/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which attachments are read as pages, and what is visible in them.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-page.h"
#include "page-cases.h"

static void
test_kinds (void)
{
  static const struct
  {
    const char *type;
    const char *file;
    int kind; /* -1: not a page */
  } cases[] = {
    { "text/html", "a.html", BUOY_PAGE_HTML },
    { "text/html", "a.pdf", BUOY_PAGE_HTML },
    { "application/octet-stream", "a.HTM", BUOY_PAGE_HTML },
    { "application/octet-stream", "a.pdf.html. . ", BUOY_PAGE_HTML },
    { "application/xhtml+xml", "a", BUOY_PAGE_HTML },
    { "application/octet-stream", "a.hta", BUOY_PAGE_HTML },
    { "image/png", "a.svg", BUOY_PAGE_SVG },
    { "image/svg+xml", "a", BUOY_PAGE_SVG },
    { "text/calendar", "a", BUOY_PAGE_CALENDAR },
    { "application/octet-stream", "a.ics", BUOY_PAGE_CALENDAR },
    { "application/octet-stream", "a.html.pdf", -1 },
    { "application/octet-stream", "html", -1 },
    { "text/plain", "a.txt", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BuoyMessage) message = page_case_read_attachment (cases[i].type, cases[i].file, "x");

      g_test_message ("%s %s", cases[i].type, cases[i].file);
      g_assert_cmpuint (message->pages->len, ==, cases[i].kind >= 0 ? 1 : 0);
      g_assert_cmpuint (message->attachments->len, ==, cases[i].kind >= 0 ? 0 : 1);
      if (cases[i].kind >= 0)
        g_assert_cmpint (((BuoyPage *) message->pages->pdata[0])->kind, ==, cases[i].kind);
    }
}

static void
test_title (void)
{
  static const struct
  {
    const char *html;
    const char *title;
  } cases[] = {
    { "<title> Sign\n &#105;n</title>", "Sign in" },         { "<p>x<title>Late</title>", "Late" },
    { "<svg><title>A drawing</title></svg>", "A drawing" },  { "<title>First</title><title>Second</title>", "First" },
    { "<!-- <title>No</title> --><titles>No</titles>", "" }, { "<iframe srcdoc='<title>Inside</title>'></iframe>", "" },
    { "<svg><title>A</title></svg><title>B</title>", "B" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BuoyMessage) message = page_case_read_attachment ("text/html", "a.html", cases[i].html);
      const BuoyPage *page = g_ptr_array_index (message->pages, 0);

      g_test_message ("%s", cases[i].html);
      g_assert_cmpstr (page->content->subject, ==, cases[i].title);
      g_assert_null (strstr (page->content->html_text, "Sign in"));
    }
}

static void
test_page (void)
{
  g_autoptr (BuoyMessage) message = page_case_read_attachment (
      "text/html", "a.html",
      "<title>Sign &#105;n</title><form action='https://b.test/'><input type=password></form>seen");
  const BuoyPage *page = g_ptr_array_index (message->pages, 0);

  g_assert_cmpuint (message->links->len, ==, 0);
  g_assert_false (message->has_password_field);
  g_assert_cmpstr (page->name, ==, "a.html");
  g_assert_cmpstr (page->content->subject, ==, "Sign in");
  g_assert_cmpuint (page->content->links->len, ==, 1);
  g_assert_true (page->content->has_password_field);
}

static void
test_calendar (void)
{
  g_autoptr (BuoyMessage) message
      = page_case_read_attachment ("text/calendar", "a.ics",
                                   "BEGIN:VEVENT\nSUMMARY:A\\, b\nURL:https://a.test/\nDESCRIPTION:See https:\n"
                                   " //b.test/\\nnow\nX-ALT-DESC;X=\"a:b\":<a href=\"https://c.test\">d.test</a>\n"
                                   "DTSTART:x\nSUMMARY:again\nEND:VEVENT");
  const BuoyMessage *content = ((BuoyPage *) message->pages->pdata[0])->content;
  static const char *const hrefs[] = { "https://a.test/", "https://b.test/", "https://c.test" };

  g_assert_cmpstr (content->subject, ==, "A, b");
  g_assert_cmpstr (content->plain_text, ==, "See https://b.test/\nnow\n");
  g_assert_cmpuint (content->links->len, ==, G_N_ELEMENTS (hrefs));
  for (guint i = 0; i < G_N_ELEMENTS (hrefs); i++)
    g_assert_cmpstr (((BuoyLink *) content->links->pdata[i])->href, ==, hrefs[i]);
}

static void
test_message (void)
{
  g_autoptr (BuoyMessage) message
      = page_case_read_attachment ("application/octet-stream", "a.eml", "From: c@d.test\nSubject: within\n\nhi");
  g_autoptr (BuoyMessage) none = page_case_read_attachment ("application/octet-stream", "a.eml", "\n\nhi");

  g_assert_cmpuint (message->inner->len, ==, 1);
  g_assert_cmpstr (((BuoyMessage *) message->inner->pdata[0])->subject, ==, "within");
  g_assert_cmpuint (none->inner->len, ==, 0);
  g_assert_cmpuint (none->attachments->len, ==, 1);
}

/* The maximum number of pages, and one more. */
static void
test_limits (void)
{
  g_autoptr (GString) text
      = g_string_new ("From: a@b.test\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BuoyMessage) message = NULL;

  for (guint i = 0; i <= BUOY_MAX_PAGES; i++)
    g_string_append (text, "--x\nContent-Type: image/svg+xml\n\n<svg/>\n");
  g_string_append (text, "--x--\n");
  bytes = g_bytes_new (text->str, text->len);
  message = buoy_message_new_from_bytes (bytes, NULL);

  g_assert_cmpuint (message->pages->len, ==, BUOY_MAX_PAGES);
  g_assert_cmpuint (message->attachments->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (message->limits, 0), ==, "attached");
}

/* Plots and statements embed images and are read completely. */
static void
test_large_page (void)
{
  static const struct
  {
    gsize n_bytes;
    gboolean is_cut;
  } cases[] = { { 6 * 1024 * 1024, FALSE }, { BUOY_MAX_PAGE_BYTES, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *data = g_strnfill (cases[i].n_bytes, 'A');
      g_autofree char *page = g_strconcat ("<img src='data:image/png;base64,", data, "'>", NULL);
      g_autoptr (BuoyMessage) message = page_case_read_attachment ("text/html", "plots.html", page);

      g_assert_cmpuint (message->pages->len, ==, 1);
      g_assert_cmpint (g_ptr_array_find_with_equal_func (message->limits, "attached", g_str_equal, NULL), ==,
                       cases[i].is_cut);
    }
}

/* Of two alternatives, the page is shown; a text next to a page is shown too. */
static void
test_unseen (void)
{
  static const struct
  {
    const char *subtype;
    gboolean is_alternative;
  } cases[] = { { "alternative", TRUE }, { "mixed", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("From: a@b.test\nMIME-Version: 1.0\nContent-Type: multipart/%s; boundary=x\n\n"
                             "--x\nContent-Type: text/plain\n\nhttps://a.test/\n"
                             "--x\nContent-Type: multipart/related; boundary=y\n\n"
                             "--y\nContent-Type: text/html\n\n<a href='https://b.test'>x</a>\n--y--\n--x--\n",
                             cases[i].subtype);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (BuoyMessage) message = buoy_message_new_from_bytes (bytes, NULL);
      const BuoyLink *plain = g_ptr_array_index (message->links, 0);
      const BuoyLink *page = g_ptr_array_index (message->links, 1);

      g_assert_cmpint (plain->is_alternative, ==, cases[i].is_alternative);
      g_assert_false (page->is_alternative);
    }
}

/* @data: the only code of the page's picture. */
static gboolean
find_code (const GPtrArray *pictures, GPtrArray *texts, gpointer data)
{
  g_assert_cmpuint (pictures->len, ==, 1);
  g_ptr_array_add (texts, g_strdup (data));
  return TRUE;
}

/* A picture that nobody could read. */
static const char *
picture_html (void)
{
  return "<img src='data:image/png;base64,"
         "iVBORw0KGgoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'>";
}

/* What phones open is a link, what they only display is not. */
static void
test_codes (void)
{
  static const struct
  {
    const char *text;
    const char *href;
  } cases[] = {
    { "https://a.test/x?y", "https://a.test/x?y" },
    { " HTTP://A.TEST ", "HTTP://A.TEST" },
    { "www.example.com/x", "http://www.example.com/x" },
    { "example.com", "http://example.com" },
    { "WIFI:T:WPA;S:guest;;", NULL },
    { "mailto:a@example.com", NULL },
    { "a@example.com", NULL },
    { "BCD\n002\n1\nSCT\n", NULL },
    { "tel:+81312345678", NULL },
    { "12345", NULL },
    { "00020126580014br.gov.bcb.pix0136a629532e5204000053039865802BR", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BuoyMessage) message = page_case_look (picture_html (), find_code, (gpointer) cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_false (buoy_message_has_unread_pictures (message));
      g_assert_cmpuint (message->links->len, ==, cases[i].href != NULL ? 1 : 0);
      if (cases[i].href != NULL)
        g_assert_cmpstr (((BuoyLink *) message->links->pdata[0])->href, ==, cases[i].href);
    }
}

/* @user_data counts the calls; the pictures can't be examined. */
static gboolean
fail_to_look (const GPtrArray *pictures, GPtrArray *texts, gpointer user_data)
{
  guint *n_calls = user_data;

  (*n_calls)++;
  return FALSE;
}

/* Counted if codes are not looked for, reported as a limit if that fails; pictures of a pixel or two are ignored. */
static void
test_unread_pictures (void)
{
  static const char tiny[] = "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>";
  guint n_calls = 0;
  g_autoptr (BuoyMessage) counted = page_case_read (picture_html ());
  g_autoptr (BuoyMessage) failed = page_case_look (picture_html (), fail_to_look, &n_calls);
  g_autoptr (BuoyMessage) counting_pixel = page_case_read (tiny);
  g_autoptr (BuoyMessage) pixel = page_case_look (tiny, fail_to_look, &n_calls);

  g_assert_true (buoy_message_has_unread_pictures (counted));
  g_assert_cmpuint (counted->limits->len, ==, 0);
  g_assert_false (buoy_message_has_unread_pictures (failed));
  g_assert_cmpstr (g_ptr_array_index (failed->limits, 0), ==, "qr");
  g_assert_false (buoy_message_has_unread_pictures (counting_pixel));
  g_assert_cmpuint (pixel->limits->len, ==, 0);
  g_assert_cmpuint (n_calls, ==, 1);
}

/* Many links don't crowd out a code. */
static void
test_code_behind_links (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (BuoyMessage) message = NULL;
  const BuoyLink *last;

  for (guint i = 0; i < BUOY_MAX_LINKS; i++)
    g_string_append (html, "<a href=http://a.test>a</a> ");
  g_string_append (html, picture_html ());
  message = page_case_look (html->str, find_code, (gpointer) "https://code.test/");
  last = g_ptr_array_index (message->links, message->links->len - 1);
  g_assert_cmpint (last->kind, ==, BUOY_LINK_QR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/kinds", test_kinds);
  g_test_add_func ("/page/page", test_page);
  g_test_add_func ("/page/title", test_title);
  g_test_add_func ("/page/calendar", test_calendar);
  g_test_add_func ("/page/message", test_message);
  g_test_add_func ("/page/large-page", test_large_page);
  g_test_add_func ("/page/limits", test_limits);
  g_test_add_func ("/page/alternative", test_unseen);
  g_test_add_func ("/page/codes", test_codes);
  g_test_add_func ("/page/unread-pictures", test_unread_pictures);
  g_test_add_func ("/page/code-behind-links", test_code_behind_links);
  return g_test_run ();
}
