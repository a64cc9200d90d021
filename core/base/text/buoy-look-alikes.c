/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "base/text/buoy-look-alikes.h"

#include <stdlib.h>

typedef struct
{
  gunichar code;
  char in_text;
  char in_name;
  guint8 uses; /* BuoyLookAlikeUse bits */
} LookAlike;

/* Sorted by code point. */
static const LookAlike look_alikes[] = {
#include "buoy-look-alikes.inc"
};

static int
compare_codes (gconstpointer key, gconstpointer row)
{
  const gunichar c = GPOINTER_TO_UINT (key);
  const gunichar code = ((const LookAlike *) row)->code;

  return c < code ? -1 : c > code;
}

static const LookAlike *
find (gunichar c)
{
  if (c < 0x80)
    return NULL;
  return bsearch (GUINT_TO_POINTER (c), look_alikes, G_N_ELEMENTS (look_alikes), sizeof (LookAlike), compare_codes);
}

gboolean
buoy_look_alike_is (gunichar c, BuoyLookAlikeUse use)
{
  const LookAlike *row = find (c);

  return row != NULL && (row->uses & use) != 0;
}

char
buoy_look_alike_in_text (gunichar c)
{
  const LookAlike *row = find (c);

  if (c >= 0x1f1e6 && c <= 0x1f1ff) /* regional indicators: flags made of letters */
    return (char) ('a' + (c - 0x1f1e6));
  if (c >= 0x1f170 && c <= 0x1f189) /* white letters in black squares */
    return (char) ('a' + (c - 0x1f170));
  return row != NULL ? row->in_text : 0;
}

char
buoy_look_alike_in_name (gunichar c)
{
  const LookAlike *row = find (c);

  return row != NULL ? row->in_name : 0;
}
