/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A part of a selector that speaks of one element: its tag, id, classes, an attribute, its place among others.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

#define BUOY_MAX_CLASS_BYTES 1000 /* of one element; each of its classes is looked for in all of them */

typedef struct
{
  char relation; /* to the compound before it: ' ' within, '>' child, '+' next, '~' later */
  char *tag;     /* NULL: any */
  char *id;
  char **classes;  /* NULL */
  char *attribute; /* NULL */
  char match;      /* how its value is compared: "=", "~", "^", "$", "*", "|"; NUL: it is there */
  char *value;
  GArray *pseudos; /* of BuoyCssPseudo; NULL */
} BuoyCssCompound;

/* FALSE where it asks for what is not known here. @text is lower case; @depth: brackets around it. To be cleared in
 * either case.
 */
gboolean buoy_css_compound_read (BuoyCssCompound *compound, const char *text, guint depth);
void buoy_css_compound_clear (gpointer compound);

/* How much it asks for (Selectors 4 §17). */
guint buoy_css_compound_specificity (const BuoyCssCompound *compound);

/* @steps: how many neighbours may be looked at yet; where none are left, nothing that asks for them fits. */
gboolean buoy_css_compound_fits (const BuoyCssCompound *compound, const GumboNode *element, guint *steps);
