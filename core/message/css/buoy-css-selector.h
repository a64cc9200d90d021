/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a selector requires of the element itself (Selectors 4 §3): the compound after its last combinator.
 */
#pragma once

#include <gumbo.h>

#include "message/css/buoy-css-sheet.h"

#define BUOY_MAX_SELECTOR_CLASSES 3 /* of one compound; real ones have two */
#define BUOY_MAX_CLASSES 32         /* of one element; one with more may match any rule */

typedef struct
{
  char *tag; /* NULL: any */
  char *id;
  char *classes[BUOY_MAX_SELECTOR_CLASSES];
  guint n_classes;
  BuoyCssPlace place;
  gboolean asks_more; /* also requires ancestors, siblings, attributes or states */
  guint specificity;
} BuoyCssSelector;

/* Parses from @start to @end. Must be cleared. */
void buoy_css_selector_read (BuoyCssSelector *selector, const char *start, const char *end);
void buoy_css_selector_clear (BuoyCssSelector *selector);

/* The key under which the rule is indexed: "#id", ".class", "tag", "*". */
char *buoy_css_selector_get_key (const BuoyCssSelector *selector);

/* The classes of an element. */
typedef struct
{
  char *names[BUOY_MAX_CLASSES];
  guint n;
  gboolean too_many;
} BuoyCssClasses;

void buoy_css_classes_read (BuoyCssClasses *classes, const GumboNode *element);
void buoy_css_classes_clear (BuoyCssClasses *classes);

/* Whether @element may match. Ignores letter case, which matters only outside quirks mode. *@out_exactly is set to
 * FALSE if letter case or more that the selector requires decides.
 */
gboolean buoy_css_selector_fits (const BuoyCssSelector *selector, const GumboNode *element,
                                 const BuoyCssClasses *classes, gboolean *out_exactly);
