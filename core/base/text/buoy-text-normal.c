/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Unicode normalisation forms (UAX 15) in linear time.
 */
#include "config.h"

#include "base/text/buoy-text.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define MAX_MARKS 30 /* in a row, as UAX 15 §13 allows; normalising sorts each sequence, which takes quadratic time */

/* Whether @c is a combining mark, or decomposes to one: U+0F73, halfwidth voiced sound marks. */
static gboolean
begins_with_mark (gunichar c)
{
  return c >= 0x300
         && (c == 0xff9e || c == 0xff9f
             || u_getIntPropertyValue ((UChar32) c, UCHAR_LEAD_CANONICAL_COMBINING_CLASS) != 0);
}

static const UNormalizer2 *
get_normalizer (BuoyNormalForm form, UErrorCode *status)
{
  switch (form)
    {
    case BUOY_NORMAL_COMPOSED:
      return unorm2_getNFCInstance (status);
    case BUOY_NORMAL_COMPATIBLE:
      return unorm2_getNFKCInstance (status);
    case BUOY_NORMAL_FOLDED:
    default:
      return unorm2_getNFKCCasefoldInstance (status);
    }
}

/* (nullable) */
static char *
normalize (const UNormalizer2 *normalizer, const UChar *source, int32_t n_source)
{
  int32_t capacity = n_source * 2 + 32;
  g_autofree UChar *out = g_new (UChar, capacity);
  UErrorCode status = U_ZERO_ERROR;
  int32_t n = unorm2_normalize (normalizer, source, n_source, out, capacity, &status);

  if (status == U_BUFFER_OVERFLOW_ERROR) /* one character decomposes to at most 18 */
    {
      status = U_ZERO_ERROR;
      capacity = n + 1;
      g_free (out);
      out = g_new (UChar, capacity);
      n = unorm2_normalize (normalizer, source, n_source, out, capacity, &status);
    }
  return U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) out, n, NULL, NULL, NULL) : NULL;
}

char *
buoy_text_normalize (const char *text, BuoyNormalForm form)
{
  g_autofree char *limited = buoy_text_limit_marks (text, begins_with_mark, MAX_MARKS);
  const int32_t length = (int32_t) strlen (limited);
  g_autofree UChar *source = g_new (UChar, (gsize) length + 1);
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = get_normalizer (form, &status);
  int32_t n_source = 0;
  char *normal;

  u_strFromUTF8WithSub (source, length + 1, &n_source, limited, length, 0xfffd, NULL, &status);
  normal = U_SUCCESS (status) ? normalize (normalizer, source, n_source) : NULL;
  return normal != NULL ? normal : g_steal_pointer (&limited);
}
