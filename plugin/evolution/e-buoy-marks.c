/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Uses a user style sheet of the view: the message is not modified, so that marks don't appear in replies, forwarded or
 * copied text. Printing uses another view. The sign has a text alternative for screen readers (CSS Content 3 §1.2).
 */
#include "config.h"

#include "e-buoy-marks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "e-buoy-css.h"
#include "notice/buoy-shown.h"

#define KEY "bellbuoy-marks"
#define MAX_MARKS 500 /* every element of a page is matched against each; the gravest come first */

/* Colour, underline and sign. Sets the background, too, since the message's may have any colour. A drawing (SVG) has
 * no background, and its text is filled.
 */
#define LINK_STYLE                                                                                     \
  "color: #8c0a18 !important; background: #ffe8ea !important; outline: 1px dashed #c01c28 !important;" \
  " text-decoration: underline wavy #c01c28 !important; fill: #8c0a18 !important;"
#define SIGN_STYLE                                                                         \
  "color: #c01c28 !important; background: #ffe8ea !important; display: inline !important;" \
  " visibility: visible !important; font: bold 1em sans-serif !important; padding: 0 0.25em !important;"
#define LINKS ":is(a, area, :any-link)" /* also formulas (MathML), of which any element may be a link */
#define SIGN "\\26A0\\FE0E "
#define CUT "…" /* replaces the middle of a very long href (BuoyFalseLink) */

static void
append_attribute (GString *css, const char *match, const char *value, gsize length)
{
  g_autofree char *text = g_strndup (value, length);

  g_string_append_printf (css, "[*|href%s", match);
  e_buoy_css_append_string (css, text);
  g_string_append_c (css, ']');
}

/* Compares the ends of a href that may have been cut. The sender may have written the same character anywhere in it. */
static void
append_selector (GString *css, const char *href, const char *end)
{
  const char *first = strstr (href, CUT);
  const char *last = g_strrstr (href, CUT);

  g_string_append (css, LINKS);
  if (first == NULL)
    append_attribute (css, "=", href, strlen (href));
  else
    {
      const char *tail = last[strlen (CUT)] != '\0' ? last + strlen (CUT) : last;

      append_attribute (css, "^=", href, first > href ? (gsize) (first - href) : strlen (CUT));
      append_attribute (css, "$=", tail, strlen (tail));
    }
  g_string_append_printf (css, "%s ", end);
}

static char *
describe (const BuoyFalseLink *link, const char *shown)
{
  if (link->is_listed)
    /* Translators: read out behind a link; %s is the site that it opens. */
    return g_strdup_printf (_ ("Link to a blocked site, %s"), shown);
  /* Translators: read out behind a link; %s is the site that it opens. */
  return g_strdup_printf (_ ("Misleading link, really opens %s"), shown);
}

static void
append_mark (GString *css, const BuoyFalseLink *link)
{
  g_autofree char *shown = buoy_shown_text (link->actual);
  g_autofree char *words = describe (link, shown);

  append_selector (css, link->href, "");
  g_string_append (css, "{ " LINK_STYLE " }\n");
  append_selector (css, link->href, "::after");
  g_string_append (css, "{ " SIGN_STYLE " content: \"" SIGN "\" !important; content: \"" SIGN "\" / ");
  e_buoy_css_append_string (css, words);
  g_string_append (css, " !important; }\n");
}

/* If there are more misleading links than MAX_MARKS, all links are marked except those that stay within the mail
 * client. Any other rule takes precedence.
 */
static void
append_mark_for_all (GString *css)
{
  static const char selector[] = ":where(" LINKS "[*|href]:not([*|href^=\"#\"], [*|href^=\"mailto:\" i]))";

  g_string_append_printf (css, "%s { " LINK_STYLE " }\n", selector);
  g_string_append_printf (css, "%s::after { " SIGN_STYLE " content: \"" SIGN "\" !important; content: \"" SIGN "\" / ",
                          selector);
  e_buoy_css_append_string (css, _ ("This message has too many misleading links: all its links are marked"));
  g_string_append (css, " !important; }\n");
}

static WebKitUserStyleSheet *
sheet_new (BuoyVerdict *verdict)
{
  const GPtrArray *links = verdict != NULL ? buoy_verdict_get_false_links (verdict) : NULL;
  g_autoptr (GString) css = g_string_new ("@media screen {\n");

  if (links == NULL || links->len == 0)
    return NULL;
  if (links->len > MAX_MARKS)
    append_mark_for_all (css);
  for (guint i = 0; i < MIN (links->len, MAX_MARKS); i++)
    append_mark (css, g_ptr_array_index (links, i));
  g_string_append_c (css, '}');
  return webkit_user_style_sheet_new (css->str, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES, WEBKIT_USER_STYLE_LEVEL_USER,
                                      NULL, NULL);
}

static void
remove_sheet (EWebView *web_view)
{
  WebKitUserStyleSheet *sheet = g_object_get_data (G_OBJECT (web_view), KEY);

  if (sheet != NULL)
    webkit_user_content_manager_remove_style_sheet (
        webkit_web_view_get_user_content_manager (WEBKIT_WEB_VIEW (web_view)), sheet);
}

/* Evolution removes all sheets when it sets its fonts, which it does for each page. */
static void
add_sheet (EWebView *web_view)
{
  WebKitUserStyleSheet *sheet = g_object_get_data (G_OBJECT (web_view), KEY);

  if (sheet == NULL)
    return;
  remove_sheet (web_view);
  webkit_user_content_manager_add_style_sheet (webkit_web_view_get_user_content_manager (WEBKIT_WEB_VIEW (web_view)),
                                               sheet);
}

static void
connect_once (EWebView *web_view)
{
  if (g_signal_handler_find (web_view, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, add_sheet, NULL) != 0)
    return;
  g_signal_connect (web_view, "content-loaded", G_CALLBACK (add_sheet), NULL);
  g_signal_connect_after (web_view, "style-updated", G_CALLBACK (add_sheet), NULL);
}

void
e_buoy_marks_show (EWebView *web_view, BuoyVerdict *verdict)
{
  remove_sheet (web_view);
  g_object_set_data_full (G_OBJECT (web_view), KEY, sheet_new (verdict),
                          (GDestroyNotify) webkit_user_style_sheet_unref);
  add_sheet (web_view);
  connect_once (web_view);
}
