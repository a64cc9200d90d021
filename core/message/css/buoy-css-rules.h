/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The internals of a style sheet, shared by the parser and the matcher.
 */
#pragma once

#include "base/buoy-budget.h"
#include "message/css/buoy-css-selector.h"

#define BUOY_CSS_BYTE_STEPS 10 /* to parse a byte of CSS */

typedef struct
{
  BuoyCssSelector selector;
  BuoyCssMatch match;
} BuoyCssRule;

struct _BuoyCssSheet
{
  GPtrArray *rules;   /* of BuoyCssRule */
  GHashTable *by_key; /* "#id", ".class", "tag", "*" → GPtrArray of BuoyCssRule */
  GHashTable *styles; /* style attributes read lately → GArray of BuoyCssDeclaration */
  GArray *matches;    /* of BuoyCssMatch */
  GPtrArray *blocks;  /* of GArray: declarations of rules */
  GPtrArray *claims;  /* of char *: as in buoy-css-claims.h */
  GArray *anything;   /* of BuoyCssDeclaration: one that may hide text */
  BuoyBudget *budget; /* borrowed */
  guint n_contents;
  gsize n_steps; /* spent on matching */
  gsize n_content_bytes;
  gboolean is_cut;   /* imports are nested too deeply */
  gboolean has_font; /* as in buoy-css-font.h */
  gboolean confused; /* a limit was exceeded, so any element may be hidden */
};

/* Spends the cost of matching rules with elements. Returns FALSE if that exceeds the limit for a page: it is still
 * read, but any element may be hidden.
 */
gboolean buoy_css_sheet_spend (BuoyCssSheet *sheet, gsize n_steps);
