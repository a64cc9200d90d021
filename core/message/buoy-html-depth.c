/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A look at the tags before the tree is built: building it takes time by its depth, and by the square of a tag's
 * attributes, so a page that nests or lists without end is read in pieces. It is an estimate (tags in comments count):
 * what it misses costs time, bounded by the tags of a piece, but neither stack nor memory.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-html-private.h"
#include "message/buoy-message.h"

#define SEARCHED_TAGS 64 /* how far up an end tag looks for its start */
#define MAX_TAGS 32768   /* of one piece; pages of 10,000 links have fewer */
#define MAX_ATTRIBUTES                                                                             \
  4000 /* of one tag, each compared with all others; phishing writes hundreds */
#define MAX_MERGED_TAGS 1000 /* <html> and <body> again: their attributes go to the first one */

/* Open elements as their tags; an unknown name is one tag, which counts all the same. */
typedef struct
{
  GumboTag tags[BUOY_MAX_HTML_DEPTH];
  guint depth;
  guint n_tags;
  guint n_merged;
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

/* FALSE where there is no room for it. */
static gboolean
open_tag (OpenTags *open, GumboTag tag)
{
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY)
    return ++open->n_merged < MAX_MERGED_TAGS;
  if (buoy_html_tag_does_not_nest (tag))
    return TRUE;
  if (open->depth == BUOY_MAX_HTML_DEPTH)
    return FALSE;
  open->tags[open->depth++] = tag;
  return TRUE;
}

static gsize
name_length (const char *name, const char *end)
{
  const char *p = name;

  while (p < end && (g_ascii_isalnum (*p) || *p == '-' || *p == ':'))
    p++;
  return (gsize) (p - name);
}

/* The end of the tag whose name ends at @p, or of as many of its attributes as are read (@out_cut). An attribute begins
 * behind white space, a slash or a quoted value; white space within quotes (a long style) is nothing.
 */
static const char *
tag_end (const char *p, const char *end, gboolean *out_cut)
{
  guint n_attributes = 0;
  char quote = '\0';
  gboolean may_begin = FALSE;

  for (; p < end && (quote != '\0' || *p != '>'); p++)
    {
      if (quote != '\0')
        {
          may_begin = *p == quote;
          quote = may_begin ? '\0' : quote;
        }
      else if ((*p == '"' || *p == '\'') && p[-1] == '=')
        quote = *p;
      else if (g_ascii_isspace (*p) || *p == '/')
        may_begin = TRUE;
      else if (may_begin)
        {
          if (++n_attributes > MAX_ATTRIBUTES)
            {
              *out_cut = TRUE;
              return p;
            }
          may_begin = FALSE;
        }
    }
  return p;
}

gsize
buoy_html_piece_length (const char *html, gsize length)
{
  g_autofree OpenTags *open = g_new0 (OpenTags, 1);
  const char *end = html + length;
  const char *looked_at = html; /* attributes up to here */
  gboolean cut = FALSE;

  for (const char *p = html; (p = memchr (p, '<', (gsize) (end - p))) != NULL; p++)
    {
      const gboolean is_end = p + 1 < end && p[1] == '/';
      const char *name = p + (is_end ? 2 : 1);
      const gsize n = name < end ? name_length (name, end) : 0;
      GumboTag tag;

      if (n == 0 || !g_ascii_isalpha (*name))
        continue;
      if (p >= looked_at)
        looked_at = tag_end (name + n, end, &cut);
      if (cut)
        return (gsize) (looked_at - html);
      tag = gumbo_tagn_enum (name, (unsigned int) n);
      if (++open->n_tags > MAX_TAGS || (!is_end && !open_tag (open, tag)))
        return (gsize) (p - html);
      if (is_end && !buoy_html_tag_does_not_nest (tag))
        close_tag (open, tag);
    }
  return length;
}
