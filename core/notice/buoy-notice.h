/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict in words, in the reader's language. Plain text throughout: no markup, hosts as they are.
 */
#pragma once

#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

#define BUOY_TYPE_NOTICE (buoy_notice_get_type ())
#define BUOY_TYPE_NOTICE_FINDING (buoy_notice_finding_get_type ())
#define BUOY_TYPE_NOTICE_LINE (buoy_notice_line_get_type ())

/**
 * BuoyNoticeLine:
 * @label: what it is, a word or two: "Shown", "Really opens"
 * @value: what it shows, at most 300 bytes. It comes out of a mail: never take it for markup or a format.
 *
 * A piece of evidence as a labelled line. Only the library makes them; more fields may follow.
 *
 * Since: 0.2
 */
typedef struct
{
  const char *label;
  const char *value;
} BuoyNoticeLine;

/**
 * BuoyNoticeFinding:
 * @finding: what is put into words
 * @title: one sentence without a full stop
 * @explanation: one or two sentences on why it matters, for people who do not know what a domain is
 * @lines: (element-type BuoyNoticeLine): the evidence that a reader is shown
 *
 * A finding in words. Only the library makes them; more fields may follow.
 *
 * Since: 0.2
 */
typedef struct
{
  const BuoyFinding *finding;
  const char *title;
  const char *explanation;
  const GPtrArray *lines;
} BuoyNoticeFinding;

/**
 * BuoyNotice:
 *
 * A verdict in the reader's language. It never changes; any thread may read it.
 *
 * Since: 0.2
 */
typedef struct _BuoyNotice BuoyNotice;

BUOY_AVAILABLE_IN_0_2 GType buoy_notice_get_type (void);
BUOY_AVAILABLE_IN_0_2 GType buoy_notice_finding_get_type (void);
BUOY_AVAILABLE_IN_0_2 GType buoy_notice_line_get_type (void);
BUOY_AVAILABLE_IN_0_2 BuoyNotice *buoy_notice_new (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 BuoyNotice *buoy_notice_ref (BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 void buoy_notice_unref (BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 BuoyLevel buoy_notice_get_level (const BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 const char *buoy_notice_get_level_word (const BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 const char *buoy_notice_get_headline (const BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 const char *buoy_notice_get_advice (const BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 const GPtrArray *buoy_notice_get_findings (const BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 const char *buoy_notice_get_failure (const BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 const GPtrArray *buoy_notice_get_remarks (const BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 char *buoy_notice_to_text (const BuoyNotice *notice);
BUOY_AVAILABLE_IN_0_2 const char *buoy_error_explain (const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyNotice, buoy_notice_unref)

G_END_DECLS
