/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tags of a page, one after another.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

typedef struct
{
  const char *end;   /* of the page */
  const char *start; /* of the current tag */
  const char *next;  /* after it */
  const char *name;  /* in it */
  gsize name_length;
  GumboTag tag;
  guint n_attributes;
  guint n_marks; /* "<" so far, in tags or not */
  gboolean is_end;
  gboolean closes_itself; /* "/>" */
  gboolean is_too_long;   /* it has more attributes than are parsed; @next is before the rest */
  gboolean has_cdata;     /* preceded by "<![" */
  /* Set by the caller: from now on anything that looks like a start tag is one, even in quotes and comments, and there
   * are no end tags.
   */
  gboolean is_unsure;
} BuoyHtmlScan;

void buoy_html_scan_init (BuoyHtmlScan *scan, const char *html, gsize length);

/* Moves to the next tag, skipping comments. FALSE: there is none. */
gboolean buoy_html_scan_next (BuoyHtmlScan *scan);

/* After the start tag of an element that contains only text (a script): moves past its end tag. FALSE if its end is
 * uncertain; @may_hold_tags: even if nothing in it looks like a tag.
 */
gboolean buoy_html_scan_skip_text (BuoyHtmlScan *scan, gboolean may_hold_tags);

/* After the start tag of a script: its text, up to its end tag or the end of the page; moves there. */
const char *buoy_html_scan_take_script (BuoyHtmlScan *scan, gsize *out_length);

/* The value of the attribute @name of the current start tag, without decoding character references; (transfer full),
 * NULL.
 */
char *buoy_html_scan_attribute (const BuoyHtmlScan *scan, const char *name);
