/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A verdict in words, in the reader's language. Plain text throughout: no markup, hosts as they stand.
 */
#pragma once

#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

#define BUOY_TYPE_NOTICE (buoy_notice_get_type ())
typedef struct _BuoyNotice BuoyNotice;

BUOY_AVAILABLE_IN_1_0 GType buoy_notice_get_type (void);

/* The words for @verdict in the current locale. */
BUOY_AVAILABLE_IN_1_0 BuoyNotice *buoy_notice_new (BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_1_0 BuoyNotice *buoy_notice_ref (BuoyNotice *notice);
BUOY_AVAILABLE_IN_1_0 void buoy_notice_unref (BuoyNotice *notice);

BUOY_AVAILABLE_IN_1_0 BuoyLevel buoy_notice_get_level (BuoyNotice *notice);
/* "Danger", "Caution"; "" for none. */
BUOY_AVAILABLE_IN_1_0 const char *buoy_notice_get_level_word (BuoyNotice *notice);
/* The banner's first line. */
BUOY_AVAILABLE_IN_1_0 const char *buoy_notice_get_headline (BuoyNotice *notice);
/* What to do instead. */
BUOY_AVAILABLE_IN_1_0 const char *buoy_notice_get_advice (BuoyNotice *notice);

/* The findings, gravest first. */
BUOY_AVAILABLE_IN_1_0 guint buoy_notice_get_n_findings (BuoyNotice *notice);
BUOY_AVAILABLE_IN_1_0 const BuoyFinding *buoy_notice_get_finding (BuoyNotice *notice, guint finding);
BUOY_AVAILABLE_IN_1_0 const char *buoy_notice_get_title (BuoyNotice *notice, guint finding);
BUOY_AVAILABLE_IN_1_0 const char *buoy_notice_get_explanation (BuoyNotice *notice, guint finding);

/* The evidence of one finding as labelled lines: "Shown" · "www.eki-net.com". */
BUOY_AVAILABLE_IN_1_0 guint buoy_notice_get_n_lines (BuoyNotice *notice, guint finding);
BUOY_AVAILABLE_IN_1_0 const char *buoy_notice_get_line_label (BuoyNotice *notice, guint finding, guint line);
BUOY_AVAILABLE_IN_1_0 const char *buoy_notice_get_line_value (BuoyNotice *notice, guint finding, guint line);

/* What could not be looked at or was inferred, one sentence each. */
BUOY_AVAILABLE_IN_1_0 guint buoy_notice_get_n_remarks (BuoyNotice *notice);
BUOY_AVAILABLE_IN_1_0 const char *buoy_notice_get_remark (BuoyNotice *notice, guint remark);

/* The whole notice as text for people, several lines; (transfer full). */
BUOY_AVAILABLE_IN_1_0 char *buoy_notice_to_text (BuoyNotice *notice);

/* Makes gettext find the words of the library and its hosts; making a notice does it too. */
BUOY_AVAILABLE_IN_1_0 void buoy_notice_bind_domain (void);

/* Why there is no verdict: half a sentence, to stand behind a file's name. */
BUOY_AVAILABLE_IN_1_0 const char *buoy_error_explain (const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyNotice, buoy_notice_unref)

G_END_DECLS
