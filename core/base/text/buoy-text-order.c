/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The visual order of text with directional overrides (UAX 9 §2.2): "\u202emoc.elpmaxe" is displayed as "example.com".
 * Text without an override is unchanged.
 */
#include "config.h"

#include "base/text/buoy-text.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ustring.h>

static gboolean
has_override (const char *text)
{
  return strstr (text, "\u202e") != NULL;
}

/* (nullable) */
static char *
reorder (const char *text)
{
  const int32_t capacity = (int32_t) strlen (text) + 1;
  g_autofree UChar *logical = g_new (UChar, (gsize) capacity);
  g_autofree UChar *visual = g_new (UChar, (gsize) capacity);
  g_autofree char *out = g_new (char, (gsize) capacity * 3);
  UErrorCode status = U_ZERO_ERROR;
  UBiDi *bidi = ubidi_open ();
  int32_t length = 0;

  u_strFromUTF8 (logical, capacity, &length, text, -1, &status);
  ubidi_setPara (bidi, logical, length, UBIDI_DEFAULT_LTR, NULL, &status);
  length = ubidi_writeReordered (bidi, visual, capacity, UBIDI_REMOVE_BIDI_CONTROLS, &status);
  if (U_SUCCESS (status))
    u_strToUTF8 (out, capacity * 3, NULL, visual, length, &status);
  ubidi_close (bidi);
  return U_SUCCESS (status) ? g_steal_pointer (&out) : NULL;
}

char *
buoy_text_in_order (const char *text)
{
  char *ordered;

  if (!has_override (text))
    return g_strdup (text);
  ordered = reorder (text);
  return ordered != NULL ? ordered : g_strdup (text);
}
