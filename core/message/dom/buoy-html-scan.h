/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tags of a page, one after the other.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

typedef struct
{
  const char *end;   /* of the page */
  const char *start; /* of the newest tag */
  const char *next;  /* behind it */
  const char *name;  /* in it */
  gsize name_length;
  GumboTag tag;
  guint n_attributes;
  guint n_marks; /* "<" so far, in tags or not */
  gboolean is_end;
  gboolean closes_itself; /* "/>" */
  gboolean is_too_long;   /* it has more attributes than are read; @next stands before the rest */
  gboolean has_cdata;     /* "<![" stood before it */
  gboolean is_unsure;     /* set by the caller: from here on, all that looks like a start tag is one, in quotes and
                             comments too, and nothing is an end tag */
} BuoyHtmlScan;

void buoy_html_scan_init (BuoyHtmlScan *scan, const char *html, gsize length);

/* Goes to the next tag; comments are passed over. FALSE: there is none. */
gboolean buoy_html_scan_next (BuoyHtmlScan *scan);

/* Behind the start tag of an element that holds nothing but text (a script): goes behind its end tag. FALSE: it is not
 * sure where that is; @may_hold_tags: not even if something in it looks like a tag.
 */
gboolean buoy_html_scan_skip_text (BuoyHtmlScan *scan, gboolean may_hold_tags);
