/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules of a page's own style sheets, and which of them an element matches. Only the element's own id, classes and
 * tag are evaluated; if a selector requires more, or is nested in another rule, the element may or may not match.
 */
#pragma once

#include <gumbo.h>

#include "base/buoy-budget.h"
#include "message/css/buoy-css-private.h"

typedef struct _BuoyCssSheet BuoyCssSheet;

/* @budget: must outlive the sheet. */
BuoyCssSheet *buoy_css_sheet_new (BuoyBudget *budget);
void buoy_css_sheet_free (BuoyCssSheet *sheet);

/* Adds the rules of a <style> element; @unsure: it may be for another medium. */
void buoy_css_sheet_add (BuoyCssSheet *sheet, const char *css, gboolean unsure);

/* Adds the rules of a <link> to a style sheet, if @url contains it; it may be for another medium. */
void buoy_css_sheet_import (BuoyCssSheet *sheet, const char *url);

/* From now on, any element may match an unknown rule. */
void buoy_css_sheet_doubt (BuoyCssSheet *sheet);

typedef enum
{
  BUOY_CSS_BEFORE,
  BUOY_CSS_AFTER,
  BUOY_CSS_ITSELF
} BuoyCssPlace;

typedef struct
{
  const GArray *declarations; /* of BuoyCssDeclaration */
  const char *content;        /* of ::before and ::after; NULL if there is none */
  BuoyCssPlace place;
  guint rank;        /* specificity, then order */
  gboolean unsure;   /* whether the element matches */
  gboolean outranks; /* in a layer or nested, which have an order of their own: it may override any rule */
} BuoyCssMatch;

/* Returns: (transfer none) (element-type BuoyCssMatch): the rules that @element matches or may match, the one with the
 * highest precedence last; valid until the next call
 */
const GArray *buoy_css_sheet_match (BuoyCssSheet *sheet, const GumboNode *element);

/* Returns: (transfer none) (element-type BuoyCssDeclaration): the declarations of a style attribute, valid
 * until the next call
 */
const GArray *buoy_css_sheet_read_style (BuoyCssSheet *sheet, const char *style);

/* The text that rules add before or after @element. (transfer full) (nullable) */
char *buoy_css_sheet_content (BuoyCssSheet *sheet, const GumboNode *element, BuoyCssPlace place);

/* Whether the style sheets that were added bring a font of their own. */
gboolean buoy_css_sheet_has_font (const BuoyCssSheet *sheet);

/* Returns: (transfer none) (element-type utf8): texts with a host that the styles read so far may write anywhere, as
 * in buoy-css-claims.h; @out_has_more: whether there may be more
 */
const GPtrArray *buoy_css_sheet_get_claims (const BuoyCssSheet *sheet, gboolean *out_has_more);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyCssSheet, buoy_css_sheet_free)
