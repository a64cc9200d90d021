/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A look at the tags before the tree is built: building and freeing a tree takes stack and time by its depth, so
 * a page that nests without end is cut where it gets too deep.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-html-private.h"
#include "message/buoy-message.h"

#define SEARCHED_TAGS 64 /* how far up an end tag looks for its start */
#define MAX_BREAKS                                                                                 \
  2000 /* between the attributes of one tag: the tree builder compares each with all others */

/* Open elements as their tags; an unknown name is one tag, which counts all the same. */
typedef struct
{
  GumboTag tags[BUOY_MAX_HTML_DEPTH];
  guint depth;
} OpenTags;

static void
close_tag (OpenTags *open, GumboTag tag)
{
  const guint lowest = open->depth > SEARCHED_TAGS ? open->depth - SEARCHED_TAGS : 0;

  for (guint i = open->depth; i > lowest; i--)
    if (open->tags[i - 1] == tag)
      {
        open->depth = i - 1;
        return;
      }
}

static gsize
name_length (const char *name, gsize left)
{
  gsize length = 0;

  while (length < left
         && (g_ascii_isalnum (name[length]) || name[length] == '-' || name[length] == ':'))
    length++;
  return length;
}

/* The end of the tag that opens at @tag. Sets @out_too_many where it lists more attributes than are read: each has
 * white space or a quoted value before it. White space within quotes (a long style) is nothing.
 */
static const char *
tag_end (const char *tag, const char *end, gboolean *out_too_many)
{
  guint n_breaks = 0;
  char quote = 0;

  for (const char *p = tag; p < end; p++)
    {
      if (quote != 0)
        {
          quote = *p == quote ? 0 : quote;
          continue;
        }
      if (*p == '>')
        return p;
      if ((*p == '"' || *p == '\'') && p[-1] == '=')
        quote = *p;
      if ((quote != 0 || g_ascii_isspace (*p)) && ++n_breaks > MAX_BREAKS)
        {
          *out_too_many = TRUE;
          return p;
        }
    }
  return end;
}

gsize
buoy_html_safe_length (const char *html, gsize length)
{
  g_autofree OpenTags *open = g_new0 (OpenTags, 1);
  const char *looked_at = html;
  gboolean too_many = FALSE;

  for (const char *p = html; (p = memchr (p, '<', length - (gsize) (p - html))) != NULL; p++)
    {
      const gboolean is_end = p[1] == '/';
      const char *name = p + (is_end ? 2 : 1);
      const gsize n = name_length (name, length - (gsize) (name - html));
      GumboTag tag;

      if (n == 0 || !g_ascii_isalpha (*name))
        continue;
      if (p >= looked_at) /* each byte is looked at once */
        looked_at = tag_end (p, html + length, &too_many);
      if (too_many)
        return (gsize) (p - html);
      tag = gumbo_tagn_enum (name, (unsigned int) n);
      if (buoy_html_tag_does_not_nest (tag))
        continue;
      if (is_end)
        close_tag (open, tag);
      else if (open->depth == BUOY_MAX_HTML_DEPTH)
        return (gsize) (p - html);
      else
        open->tags[open->depth++] = tag;
    }
  return length;
}
