/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Characters that readers mistake for others: data/look-alikes.txt.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_LOOK_ALIKE_HOST = 1 << 0,   /* passes for ASCII in a label where all letters do */
  BUOY_LOOK_ALIKE_DIGIT = 1 << 1,  /* passes for a digit among digits */
  BUOY_LOOK_ALIKE_SLASH = 1 << 2,  /* passes for the slash after a host */
  BUOY_LOOK_ALIKE_STROKE = 1 << 3, /* passes for a dash, a circle or a Latin letter beside Latin letters */
  BUOY_LOOK_ALIKE_BORDER = 1 << 4  /* passes for a border or a quotation mark */
} BuoyLookAlikeUse;

gboolean buoy_look_alike_is (gunichar c, BuoyLookAlikeUse use);

/* The Latin letter that @c, in the form of buoy_text_fold(), looks like among Latin letters; 0 if none. */
char buoy_look_alike_in_text (gunichar c);

/* The character that @c is read as in a name, where ICU's tables do not say so; 0 if none. */
char buoy_look_alike_in_name (gunichar c);
