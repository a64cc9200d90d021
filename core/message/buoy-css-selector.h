/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A selector of a style rule: compounds of a tag, an id and classes, each within the one before.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

#define BUOY_MAX_CLASS_BYTES 1000 /* of one element; each of its classes is looked for in all of them */

typedef struct
{
  GArray *compounds; /* the element's own last */
  guint specificity;
} BuoyCssSelector;

/* FALSE where it asks for more. @text is lower case and is changed. To be cleared in either case. */
gboolean buoy_css_selector_read (BuoyCssSelector *selector, char *text);
void buoy_css_selector_clear (BuoyCssSelector *selector);

/* What it asks of the element first: "#id", ".class", "tag", "*". */
char *buoy_css_selector_get_name (const BuoyCssSelector *selector);

gboolean buoy_css_selector_fits (const BuoyCssSelector *selector, const GumboNode *element);
