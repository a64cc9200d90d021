/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tags of a page, one after another.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

#include "base/buoy-budget.h"

/* The tree builder can only be stopped when it allocates memory, which it may not do within a token. It reads this many
 * bytes in some 5 ms, or 12 ms in a comment full of dashes.
 */
#define BUOY_MAX_TOKEN_BYTES (256 * 1024)

typedef enum
{
  BUOY_HTML_TOKEN_TEXT,    /* between tags, or in an element that shows its content as written */
  BUOY_HTML_TOKEN_STYLE,   /* the content of a <style> */
  BUOY_HTML_TOKEN_VALUE,   /* of an attribute, without quotes */
  BUOY_HTML_TOKEN_COMMENT, /* without its delimiters */
  BUOY_HTML_TOKEN_UNSEEN   /* a script, a name in a tag, white space in a tag */
} BuoyHtmlTokenKind;

/* A token of more than BUOY_MAX_TOKEN_BYTES. */
typedef struct
{
  BuoyHtmlTokenKind kind;
  const char *start;
  const char *end;
  GumboTag tag;     /* of a value */
  const char *name; /* of a value's attribute, in the page */
  gsize name_length;
} BuoyHtmlToken;

typedef struct
{
  BuoyBudget *budget;  /* borrowed */
  GArray *long_tokens; /* (nullable): borrowed; of BuoyHtmlToken */
  const char *end;     /* of the page */
  const char *start;   /* of the current tag */
  const char *next;    /* after it */
  const char *name;    /* in it */
  gsize name_length;
  GumboTag tag;
  guint n_attributes;
  gsize n_name_bytes;    /* of their names */
  gsize n_compare_steps; /* of the tree builder, to compare their names */
  guint n_marks;         /* "<" so far that may begin a tag */
  guint max_marks;       /* set by the caller: the most there may be */
  gboolean is_end;
  gboolean closes_itself; /* "/>" */
  gboolean is_too_long;   /* the tag has more attributes than are parsed; @next is before the rest */
  gboolean has_cdata;     /* preceded by "<![" */
  /* Set by the caller: from now on anything that looks like a start tag is one, even in quotes and comments, and there
   * are no end tags.
   */
  gboolean is_unsure;
} BuoyHtmlScan;

/* @long_tokens: (nullable): overlong tokens are appended to it; of BuoyHtmlToken */
void buoy_html_scan_init (BuoyHtmlScan *scan, const char *html, gsize length, BuoyBudget *budget, GArray *long_tokens);

/* Moves to the next tag, skipping comments. Returns FALSE at the end of the page, at the first "<" beyond max_marks
 * (which becomes the end of the page), and once the budget is spent.
 */
gboolean buoy_html_scan_next (BuoyHtmlScan *scan);

/* Makes the scan unsure from @from on, since a token may end anywhere. The end of the page is set to at most
 * BUOY_MAX_TOKEN_BYTES after it.
 */
void buoy_html_scan_doubt (BuoyHtmlScan *scan, const char *from);

/* Moves past the end tag of an element that contains only text, such as a script, whose start tag was read. Returns
 * FALSE if its end is uncertain; unless @may_hold_tags, any "<" in it makes it so.
 */
gboolean buoy_html_scan_skip_text (BuoyHtmlScan *scan, gboolean may_hold_tags);

/* The text of the script whose start tag was read, up to its end tag or the end of the page; moves there. NULL if the
 * start tag does not end.
 */
const char *buoy_html_scan_take_script (BuoyHtmlScan *scan, gsize *out_length);

/* The value of the attribute @name of the current start tag, without decoding character references. (transfer full)
 * (nullable)
 */
char *buoy_html_scan_attribute (BuoyHtmlScan *scan, const char *name);
