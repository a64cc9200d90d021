/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A style sheet from the inside: what reads its rules and what matches them share.
 */
#pragma once

#include "base/buoy-budget.h"
#include "message/css/buoy-css-selector.h"

#define BUOY_CSS_BYTE_STEPS 10 /* of the budget, to read a byte of CSS */

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
  GArray *anything;   /* a declaration that says nothing but that all is possible */
  BuoyBudget *budget; /* borrowed */
  guint n_contents;
  gsize n_steps; /* of the budget */
  gsize n_content_bytes;
  gboolean confused; /* by a sheet past all bounds: anything may be hidden */
};

/* What rules cost by their number times that of what they are held against. FALSE: too much. Then all that they say is
 * in doubt, but the page is read on.
 */
gboolean buoy_css_sheet_spend (BuoyCssSheet *sheet, gsize n_steps);
