/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-outlook.h"

#include <gumbo.h>
#include <string.h>

#include "base/text/buoy-text.h"
#include "message/buoy-message.h"
#include "message/dom/buoy-html-depth.h"
#include "message/dom/buoy-html-scan.h"
#include "message/dom/buoy-html-tags.h"
#include "message/dom/buoy-html-tree.h"
#include "message/html/buoy-html-reader.h"

#define BEGIN "<!--[if"
#define BEGIN_REVEALED "<![if"
#define END "<![endif]"
#define MAX_DEPTH 200 /* of a comment's content; a button has ten */
#define PAGE_PASSES 4 /* over a page: comments are found and cut, shapes become anchors */

void
buoy_html_keep_comment (BuoyHtmlReader *reader, const char *comment)
{
  const char *start;

  comment += strspn (comment, " \t\r\n");
  if (!g_str_has_prefix (comment, "[if") || strcasestr (comment, "href") == NULL)
    return;
  start = strchr (comment, '>');
  if (start != NULL)
    g_string_append (reader->outlook, start + 1);
}

static gboolean
is_known (GHashTable *known, const char *href)
{
  return *href == '\0' || *href == '#' || g_hash_table_contains (known, href);
}

/* Whether @element contains an href that is not in @known; including VML, which HTML does not consider a link. */
static gboolean
has_new_link (const GumboNode *element, GHashTable *known, guint depth)
{
  const GumboVector *children = &element->v.element.children;
  const char *href = buoy_html_attribute (element, "href");

  if (href != NULL && !is_known (known, href))
    return TRUE;
  for (unsigned int i = 0; i < children->length && depth < MAX_DEPTH; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_ELEMENT && has_new_link (child, known, depth + 1))
        return TRUE;
    }
  return FALSE;
}

static GHashTable *
collect_hrefs (const BuoyMessage *message, guint first, guint end)
{
  GHashTable *known = g_hash_table_new (buoy_text_hash, g_str_equal);

  /* Bounded: BUOY_MAX_LINKS */
  for (guint i = first; i < end; i++)
    {
      const BuoyLink *link = g_ptr_array_index (message->links, i);

      g_hash_table_add (known, link->href);
    }
  return known;
}

static gboolean
has_links_of_its_own (const BuoyHtmlReader *reader)
{
  const BuoyMessage *message = reader->message;
  g_autoptr (GArray) long_tokens = g_array_new (FALSE, FALSE, sizeof (BuoyHtmlToken));
  const GString *html = reader->outlook;
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (BuoyHtmlTree) tree = NULL;

  if (html->len == 0)
    return FALSE;
  /* too deep, or with overlong texts, it is read in pieces as part of the page */
  if (buoy_html_piece_length (html->str, html->len, message->budget, long_tokens) < html->len || long_tokens->len > 0)
    return TRUE;
  known = collect_hrefs (message, reader->first_link, message->links->len);
  tree = buoy_html_tree_new (html->str, html->len, message->budget);
  return tree != NULL && has_new_link (buoy_html_tree_get_root (tree), known, 0);
}

/* Whether @name is a shape, rather than an element within one: "<v:textbox>". */
static gboolean
is_shape (const char *name)
{
  static const char *const parts[] = { "v:textbox", "v:fill", "v:stroke", "v:imagedata", "v:shadow" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_ascii_strncasecmp (name, parts[i], strlen (parts[i])) == 0)
      return FALSE;
  return g_ascii_strncasecmp (name, "v:", 2) == 0;
}

/* Turns shapes, which are links in Outlook, into anchors: "<v:roundrect href=…>" becomes "<a href=…>". */
static char *
make_anchors (const char *page)
{
  GString *out = g_string_sized_new (strlen (page));

  /* Bounded: buoy_html_page_of_outlook() has spent for the page */
  for (const char *p = page; *p != '\0';)
    {
      const gsize mark = p[0] == '<' ? (p[1] == '/' ? 2 : 1) : 0;

      if (mark == 0 || !is_shape (p + mark))
        {
          g_string_append_c (out, *p++);
          continue;
        }
      g_string_append_len (out, p, (gssize) mark);
      g_string_append_c (out, 'a');
      for (p += mark; g_ascii_isalnum (*p) || *p == ':'; p++)
        ;
    }
  return g_string_free (out, FALSE);
}

/* Appends the text between the condition at @start and its end, unless it is for others than Outlook. Sets *@out_next
 * to the position after it.
 */
static void
append_branch (GString *page, const char *start, const char **out_next)
{
  const char *condition_end = strstr (start, "]>");
  const char *content = condition_end != NULL ? condition_end + 2 : start + strlen (start);
  const char *end = strstr (content, END);
  const gboolean is_for_others = memchr (start, '!', (gsize) (content - start)) != NULL;

  if (end == NULL)
    end = content + strlen (content);
  if (!is_for_others)
    g_string_append_len (page, content, end - content);
  if (*end != '\0')
    end += strlen (END);
  end += strspn (end, "- ");
  *out_next = *end == '>' ? end + 1 : end;
}

char *
buoy_html_page_of_outlook (const BuoyHtmlReader *reader, const char *html, gsize length)
{
  g_autoptr (GString) page = NULL;
  const char *p = html;

  if (!has_links_of_its_own (reader) || !buoy_budget_spend (reader->message->budget, PAGE_PASSES * length))
    return NULL;
  page = g_string_sized_new (length);
  while (*p != '\0')
    {
      const char *next = strstr (p, "<!");

      if (next == NULL)
        next = p + strlen (p);
      g_string_append_len (page, p, next - p);
      p = next;
      if (g_str_has_prefix (p, BEGIN))
        append_branch (page, p + strlen (BEGIN), &p);
      else if (g_str_has_prefix (p, BEGIN_REVEALED))
        append_branch (page, p + strlen (BEGIN_REVEALED), &p);
      else if (*p != '\0')
        {
          g_string_append_len (page, p, 2);
          p += 2;
        }
    }
  return !buoy_budget_is_cancelled (reader->message->budget) ? make_anchors (page->str) : NULL;
}

void
buoy_html_drop_known_links (BuoyHtmlReader *reader, guint first)
{
  GPtrArray *links = reader->message->links;
  g_autoptr (GHashTable) known = collect_hrefs (reader->message, first, reader->first_link);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  const guint n_new = links->len - reader->first_link;

  /* Bounded: BUOY_MAX_LINKS */
  for (guint i = 0; i < n_new; i++)
    {
      BuoyLink *link = g_ptr_array_steal_index (links, links->len - 1);

      if (is_known (known, link->href))
        buoy_link_free (link);
      else
        g_ptr_array_add (kept, link);
    }
  for (guint i = kept->len; i > 0; i--)
    g_ptr_array_add (links, g_ptr_array_index (kept, i - 1));
}
