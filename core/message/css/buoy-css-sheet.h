/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules of a page's own style sheets, and which of them an element follows. Of a selector, the id, the classes and
 * the tag of the element itself are asked for; where it asks for more, or stands in another rule, the element may
 * follow it or not.
 */
#pragma once

#include <gumbo.h>

#include "base/buoy-budget.h"
#include "message/css/buoy-css-private.h"

typedef struct _BuoyCssSheet BuoyCssSheet;

/* @budget: outlives it. */
BuoyCssSheet *buoy_css_sheet_new (BuoyBudget *budget);
void buoy_css_sheet_free (BuoyCssSheet *sheet);

/* Adds the rules of a <style> element; @unsure: it may be for another medium. */
void buoy_css_sheet_add (BuoyCssSheet *sheet, const char *css, gboolean unsure);

typedef enum
{
  BUOY_CSS_BEFORE,
  BUOY_CSS_AFTER,
  BUOY_CSS_ITSELF
} BuoyCssPlace;

typedef struct
{
  const GArray *declarations; /* of BuoyCssDeclaration */
  const char *content;        /* of ::before and ::after; NULL */
  BuoyCssPlace place;
  guint rank;        /* specificity, then order */
  gboolean unsure;   /* whether the element follows it */
  gboolean outranks; /* layers and nesting have orders of their own: it may win over anything */
} BuoyCssMatch;

/* The rules that @element follows or may follow, the one that wins last: of BuoyCssMatch, valid until the next call. */
const GArray *buoy_css_sheet_match (BuoyCssSheet *sheet, const GumboNode *element);

/* The declarations of a style attribute, of BuoyCssDeclaration. */
const GArray *buoy_css_sheet_read_style (BuoyCssSheet *sheet, const char *style);

/* The text that rules put before or behind @element; (transfer full), NULL. */
char *buoy_css_sheet_content (BuoyCssSheet *sheet, const GumboNode *element, BuoyCssPlace place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyCssSheet, buoy_css_sheet_free)
