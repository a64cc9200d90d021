/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is displayed of a message, beside what the engine reads from its bytes.
 */
#pragma once

#include "display.h"
#include "verdict/buoy-verdict.h"

typedef struct
{
  BuoyLevel before;      /* by the bytes alone */
  BuoyLevel after;       /* with what is displayed */
  GError *error;         /* why it cannot be judged, which is told for each of its links. (nullable) */
  gboolean is_whole;     /* all of it was judged with what is displayed; else each of its links is asked about */
  gboolean is_formatted; /* only the formatter's pages were compared */
  gboolean is_late;      /* it was not displayed in time */
  guint n_shown;         /* links that are displayed */
  GPtrArray *only_shown; /* of char *: links that the engine did not read, or with another text */
  int n_other_pixels;    /* of links that neither the engine nor the collected documents know; -1: not counted */
} Comparison;

/* Compares @mails (of GBytes), at most DISPLAY_MAX_MAILS, which are displayed together; then those again alone of which
 * that leaves something open. Returns their comparisons, in the same order. (transfer full)
 */
GPtrArray *comparison_list_new (Display *display, const GPtrArray *mails);

/* Compares any number of @mails. Only those are displayed of which the formatter makes pages that may have other links
 * than the bytes. (transfer full)
 */
GPtrArray *comparison_list_new_where_needed (Display *display, const GPtrArray *mails);
void comparison_free (Comparison *comparison);

/* Whether a link is displayed that neither the engine nor the collected documents know. */
gboolean comparison_has_unknown (const Comparison *comparison);

/* The same, and no question is asked about it, since all of the message is taken for judged. */
gboolean comparison_has_missed (const Comparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_free)
