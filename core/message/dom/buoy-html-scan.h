/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tags of a page, one after another.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

#include "base/buoy-budget.h"

/* What the tree builder reads without asking for memory, which is the only time it can be stopped: some 5 ms, in
 * comments full of dashes 12.
 */
#define BUOY_MAX_TOKEN_BYTES (256 * 1024)

typedef enum
{
  BUOY_HTML_TOKEN_TEXT,    /* between tags, or in an element that shows its content as it is written */
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
  guint n_marks;   /* "<" so far that may begin a tag */
  guint max_marks; /* set by the caller: how many there may be */
  gboolean is_end;
  gboolean closes_itself; /* "/>" */
  gboolean is_too_long;   /* it has more attributes than are parsed; @next is before the rest */
  gboolean has_cdata;     /* preceded by "<![" */
  /* Set by the caller: from now on anything that looks like a start tag is one, even in quotes and comments, and there
   * are no end tags.
   */
  gboolean is_unsure;
} BuoyHtmlScan;

/* @long_tokens: (nullable): overlong tokens are appended to it; of BuoyHtmlToken */
void buoy_html_scan_init (BuoyHtmlScan *scan, const char *html, gsize length, BuoyBudget *budget, GArray *long_tokens);

/* Moves to the next tag, skipping comments. FALSE: there is none before the page's end, or before the "<" that is one
 * too many for the tree, where the end is set to; or the budget is spent.
 */
gboolean buoy_html_scan_next (BuoyHtmlScan *scan);

/* Doubts what follows @from: a token may end anywhere. The page's end is set so that it ends soon. */
void buoy_html_scan_doubt (BuoyHtmlScan *scan, const char *from);

/* After the start tag of an element that contains only text (a script): moves past its end tag. FALSE if its end is
 * uncertain; @may_hold_tags: even if nothing in it looks like a tag.
 */
gboolean buoy_html_scan_skip_text (BuoyHtmlScan *scan, gboolean may_hold_tags);

/* After the start tag of a script: its text, up to its end tag or the end of the page; moves there. NULL if the start
 * tag has no end.
 */
const char *buoy_html_scan_take_script (BuoyHtmlScan *scan, gsize *out_length);

/* The value of the attribute @name of the current start tag, without decoding character references; (transfer full),
 * NULL.
 */
char *buoy_html_scan_attribute (BuoyHtmlScan *scan, const char *name);
