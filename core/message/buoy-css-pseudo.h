/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pseudo-classes: an element's place among its siblings, and lists of compounds of which one fits, or none.
 */
#pragma once

#include <glib.h>
#include <gumbo.h>

typedef enum
{
  BUOY_CSS_PLACE,  /* the @step * n + @offset-th */
  BUOY_CSS_ROOT,
  BUOY_CSS_EMPTY,
  BUOY_CSS_ALWAYS, /* a link: mail has no others */
  BUOY_CSS_NEVER,  /* what a pointer or a visit makes of it */
  BUOY_CSS_ANY_OF,
  BUOY_CSS_NONE_OF
} BuoyCssPseudoKind;

typedef struct
{
  BuoyCssPseudoKind kind;
  guint counts; /* from where, and what; in buoy-css-pseudo.c */
  int step;
  int offset;
  GArray *choices; /* of BuoyCssCompound; NULL */
  guint specificity;
} BuoyCssPseudo;

/* Reads ":name" or ":name(…)" at the start of @text and returns its end; NULL where it is not known here. To be cleared
 * in either case.
 */
const char *buoy_css_pseudo_read (BuoyCssPseudo *pseudo, const char *text, guint depth);
void buoy_css_pseudo_clear (gpointer pseudo);

gboolean buoy_css_pseudo_fits (const BuoyCssPseudo *pseudo, const GumboNode *element, guint *steps);
