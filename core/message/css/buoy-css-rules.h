/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The internals of a style sheet, shared by the parser and the matcher.
 */
#pragma once

#include "base/buoy-budget.h"
#include "message/css/buoy-css-selector.h"

#define BUOY_CSS_BYTE_STEPS 10 /* of the budget, to parse a byte of CSS */

typedef struct
{
  BuoyCssSelector selector;
  BuoyCssMatch match;
} BuoyCssRule;

struct _BuoyCssSheet
{
  GPtrArray *rules;   /* of BuoyCssRule */
  GHashTable *by_key; /* "#id", ".class", "tag", "*" → GPtrArray of BuoyCssRule */
  GHashTable *styles; /* style attributes → GArray of BuoyCssDeclaration */
  GArray *matches;    /* of BuoyCssMatch */
  GPtrArray *blocks;  /* of GArray: declarations of rules */
  GArray *anything;   /* a declaration with which anything is possible */
  BuoyBudget *budget; /* borrowed */
  guint n_contents;
  gsize n_steps; /* of the budget */
  gsize n_content_bytes;
  gboolean confused; /* by a sheet beyond all limits: anything may be hidden */
};

/* Spends what matching costs: rules times elements. FALSE if that is too much; then all rules are doubtful, but the
 * page is still read.
 */
gboolean buoy_css_sheet_spend (BuoyCssSheet *sheet, gsize n_steps);
