/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A selector of a style rule: compounds, each within or beside the one before.
 */
#pragma once

#include "message/buoy-css-compound.h"

typedef struct
{
  GArray *compounds; /* of BuoyCssCompound, the element's own last */
  guint specificity;
} BuoyCssSelector;

/* FALSE where it asks for more. @text is lower case. To be cleared in either case. */
gboolean buoy_css_selector_read (BuoyCssSelector *selector, const char *text);
void buoy_css_selector_clear (BuoyCssSelector *selector);

/* What it asks of the element first: "#id", ".class", "tag", "*". */
char *buoy_css_selector_get_name (const BuoyCssSelector *selector);

/* @steps: as in buoy_css_compound_fits(). */
gboolean buoy_css_selector_fits (const BuoyCssSelector *selector, const GumboNode *element, guint *steps);
