/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/dom/buoy-html-depth.h"

#include <gumbo.h>
#include <string.h>

#include "base/buoy-budget.h"
#include "message/buoy-message.h"
#include "message/dom/buoy-html-scan.h"
#include "message/dom/buoy-html-tags.h"

#define SEARCHED_TAGS 64 /* open elements among which an end tag finds its start tag */
#define MAX_MARKS 262144 /* "<" in one piece, to limit memory; pages with 10,000 links have fewer */
#define MAX_MERGED 1000  /* attributes of <html> and <body>, which are merged into the first one */
#define STEPS_A_LEVEL 1  /* the tree builder visits all open elements for most tags, and sometimes copies them */
#define MAX_PIECE_STEPS \
  (20 * 1000 * 1000) /* beyond its size; honest pages take a million. The start of a page is always read */

typedef struct
{
  GumboTag tag;
  BuoyHtmlNesting nesting;
  const char *name; /* in the page */
  gsize name_length;
  guint n_left; /* formatting elements open before a cell */
} OpenTag;

typedef struct
{
  OpenTag tags[BUOY_MAX_HTML_DEPTH];
  guint depth;
  guint n_left;    /* formatting elements closed implicitly, to be reopened */
  guint n_foreign; /* open <svg> and <math> elements */
  guint n_selects; /* open <select> elements, in which most tags are ignored */
  guint n_merged;
  gsize n_steps; /* of the tree builder */
  BuoyHtmlScan scan;
} OpenTags;

static gboolean
has_name (const OpenTag *tag, const BuoyHtmlScan *scan)
{
  return tag->tag == scan->tag
         && (scan->tag != GUMBO_TAG_UNKNOWN
             || (tag->name_length == scan->name_length
                 && g_ascii_strncasecmp (tag->name, scan->name, scan->name_length) == 0));
}

static gboolean
ignores_tags (const OpenTag *tag)
{
  return tag->tag == GUMBO_TAG_SELECT || tag->tag == GUMBO_TAG_FRAMESET;
}

static void
push (OpenTags *open, BuoyHtmlNesting nesting)
{
  OpenTag *tag = &open->tags[open->depth++];

  tag->tag = open->scan.tag;
  tag->nesting = nesting;
  tag->name = open->scan.name;
  tag->name_length = open->scan.name_length;
  tag->n_left = open->n_left;
  open->n_foreign += nesting == BUOY_HTML_FOREIGN;
  open->n_selects += ignores_tags (tag);
}

/* Closes elements down to @depth. Formatting is reopened after that, except after the cell in which it began. */
static void
close_to (OpenTags *open, guint depth)
{
  gboolean in_scope = FALSE; /* of an <object>, for example, which has its own formatting */

  while (open->depth > depth)
    {
      const OpenTag *tag = &open->tags[--open->depth];

      open->n_foreign -= tag->nesting == BUOY_HTML_FOREIGN;
      open->n_selects -= ignores_tags (tag);
      in_scope |= tag->nesting == BUOY_HTML_SCOPE;
      if (tag->nesting == BUOY_HTML_CELL && !in_scope)
        open->n_left = tag->n_left;
      else if (tag->nesting == BUOY_HTML_FORMATTING)
        open->n_left++;
    }
}

/* Whether an end tag closes its element through @above, which was opened later. */
static gboolean
closes_through (BuoyHtmlNesting nesting, const OpenTag *above, GumboTag tag)
{
  switch (above->nesting)
    {
    case BUOY_HTML_INLINE:
    case BUOY_HTML_FORMATTING:
      return TRUE;
    case BUOY_HTML_BLOCK:
      return nesting == BUOY_HTML_BLOCK || nesting == BUOY_HTML_SCOPE;
    case BUOY_HTML_CELL:
      return tag == GUMBO_TAG_TABLE;
    default:
      return FALSE;
    }
}

/* Closes the element of the current end tag, unless it may stay open in the tree. */
static void
close_tag (OpenTags *open, BuoyHtmlNesting nesting)
{
  const guint lowest = open->depth > SEARCHED_TAGS ? open->depth - SEARCHED_TAGS : 0;

  for (guint i = open->depth; i > lowest; i--)
    {
      const OpenTag *tag = &open->tags[i - 1];

      if (has_name (tag, &open->scan))
        {
          close_to (open, nesting == BUOY_HTML_FORMATTING ? i : i - 1);
          open->depth = i - 1;
          return;
        }
      if (!closes_through (nesting, tag, open->scan.tag))
        return;
    }
}

/* One more than the index of the innermost open table or cell, of which a table tag becomes part; 0 if there is none,
 * so that the tag is ignored.
 */
static guint
find_table (const OpenTags *open)
{
  for (guint i = open->depth; i > 0; i--)
    {
      const OpenTag *tag = &open->tags[i - 1];

      if (tag->nesting == BUOY_HTML_CELL || tag->tag == GUMBO_TAG_TABLE)
        return i;
      if (tag->nesting == BUOY_HTML_FOREIGN || tag->tag == GUMBO_TAG_SELECT || tag->tag == GUMBO_TAG_TEMPLATE)
        return 0;
    }
  return 0;
}

/* Cells, rows and row groups close everything up to their table. */
static void
read_part (OpenTags *open, BuoyHtmlNesting nesting)
{
  const guint table = find_table (open);
  const gboolean in_cell = table > 0 && open->tags[table - 1].nesting == BUOY_HTML_CELL;
  const gboolean in_caption = in_cell && open->tags[table - 1].tag == GUMBO_TAG_CAPTION;

  if (!open->scan.is_end && table > 0)
    {
      close_to (open, in_cell ? table - 1 : table);
      if (nesting == BUOY_HTML_CELL)
        push (open, nesting);
    }
  else if (in_cell && (nesting == BUOY_HTML_CELL ? open->tags[table - 1].tag == open->scan.tag : !in_caption))
    close_to (open, table - 1);
}

/* One more than the index of the innermost open <svg> or <math>; 0 if there is none. */
static guint
find_foreign (const OpenTags *open)
{
  for (guint i = open->depth; open->n_foreign > 0 && i > 0; i--)
    if (open->tags[i - 1].nesting == BUOY_HTML_FOREIGN)
      return i;
  return 0;
}

/* Whether only foreign elements are open within @foreign, so that "/>" closes an element. */
static gboolean
is_within_foreign (const OpenTags *open, guint foreign)
{
  for (guint i = open->depth; i > foreign; i--)
    if (open->tags[i - 1].nesting == BUOY_HTML_ALONE)
      return FALSE;
  return TRUE;
}

/* Drops the long tokens of the current tag. */
static void
drop_tokens (OpenTags *open)
{
  GArray *tokens = open->scan.long_tokens;

  while (tokens != NULL && tokens->len > 0
         && g_array_index (tokens, BuoyHtmlToken, tokens->len - 1).start > open->scan.start)
    g_array_set_size (tokens, tokens->len - 1);
}

/* The tag may be text. Then its quotes have no meaning, and what they enclose is read as tags. */
static void
doubt_tag (OpenTags *open)
{
  drop_tokens (open);
  buoy_html_scan_doubt (&open->scan, open->scan.name + open->scan.name_length);
}

/* Reads a tag within SVG or MathML, which HTML tags may end. */
static void
read_foreign (OpenTags *open, BuoyHtmlNesting nesting, guint foreign)
{
  if (open->scan.has_cdata)
    doubt_tag (open);
  else if (!buoy_html_tag_is_foreign (open->scan.tag))
    buoy_html_scan_doubt (&open->scan, open->scan.next);
  else if (open->scan.is_end)
    close_tag (open, nesting);
  else if (!open->scan.closes_itself || !is_within_foreign (open, foreign))
    push (open, nesting == BUOY_HTML_TEXT ? BUOY_HTML_ALONE : nesting);
}

/* Reads an element that contains only text. Within <select>, that is uncertain. */
static void
read_text_element (OpenTags *open)
{
  const char *text = open->scan.next;

  if (open->scan.is_end || buoy_html_scan_skip_text (&open->scan, open->n_selects == 0))
    return;
  buoy_html_scan_doubt (&open->scan, text);
}

static void
read_sure_tag (OpenTags *open)
{
  const BuoyHtmlNesting nesting = buoy_html_tag_nesting (open->scan.tag);
  const guint foreign = find_foreign (open);

  if (foreign > 0)
    read_foreign (open, nesting, foreign);
  else if (nesting == BUOY_HTML_CELL || nesting == BUOY_HTML_PART)
    read_part (open, nesting);
  else if (nesting == BUOY_HTML_TEXT)
    read_text_element (open);
  else if (nesting == BUOY_HTML_FOREIGN && open->n_selects > 0)
    buoy_html_scan_doubt (&open->scan, open->scan.next);
  else if (nesting != BUOY_HTML_NEVER && open->scan.is_end)
    close_tag (open, nesting);
  else if (nesting != BUOY_HTML_NEVER)
    push (open, nesting);
  open->scan.has_cdata = FALSE;
}

static void
read_tag (OpenTags *open)
{
  if (open->scan.tag == GUMBO_TAG_HTML || open->scan.tag == GUMBO_TAG_BODY)
    open->n_merged += 1 + open->scan.n_attributes;
  if (!open->scan.is_unsure)
    read_sure_tag (open);
  if (open->scan.is_unsure && !open->scan.is_end)
    push (open, BUOY_HTML_INLINE);
}

static gboolean
has_room (const OpenTags *open)
{
  return open->depth + open->n_left < BUOY_MAX_HTML_DEPTH && open->n_merged < MAX_MERGED
         && open->n_steps < MAX_PIECE_STEPS;
}

/* The tree builder's cost for the current tag. */
static gsize
count_steps (const OpenTags *open)
{
  return STEPS_A_LEVEL * (open->depth + open->n_left) + open->scan.n_compare_steps;
}

/* The end of the piece that is parsed at once. */
static const char *
find_cut (OpenTags *open, BuoyBudget *budget)
{
  while (buoy_html_scan_next (&open->scan))
    {
      if (!has_room (open))
        {
          drop_tokens (open);
          return open->scan.start;
        }
      read_tag (open);
      open->n_steps += count_steps (open);
      if (!buoy_budget_spend (budget, count_steps (open)))
        break;
      if (open->scan.is_too_long)
        return open->scan.next;
    }
  return open->scan.end;
}

/* Once the budget is spent there is no need to cut, since no tree is built. */
gsize
buoy_html_piece_length (const char *html, gsize length, BuoyBudget *budget, GArray *long_tokens)
{
  g_autofree OpenTags *open = g_new0 (OpenTags, 1);

  buoy_html_scan_init (&open->scan, html, length, budget, long_tokens);
  open->scan.max_marks = MAX_MARKS;
  return (gsize) (find_cut (open, budget) - html);
}
