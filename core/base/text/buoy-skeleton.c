/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Skeletons from ICU's tables of confusable characters (UTS 39), extended by what deceives in host names: accents,
 * digits, pairs of letters that look like one.
 */
#include "config.h"

#include "base/text/buoy-skeleton.h"

#include <string.h>
#include <unicode/uspoof.h>

#include "base/text/buoy-look-alikes.h"
#include "base/text/buoy-text.h"

#define MAX_NAME_BYTES 1024 /* of a host in Unicode; longer text isn't one */

static gpointer
open_checker (gpointer unused)
{
  UErrorCode status = U_ZERO_ERROR;

  return uspoof_open (&status);
}

static const USpoofChecker *
get_checker (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, open_checker, NULL);
}

static char *
map_more (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const char alike = c == '/' ? '-' : buoy_look_alike_in_name (c);

      if (alike != 0)
        g_string_append_c (out, alike);
      else if (c < 0x300 || c > 0x36f) /* accents, which the tables have decomposed */
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full) (nullable): ASCII; NULL if a letter does not look like ASCII */
static char *
skeleton_of_unicode (const char *unicode)
{
  g_autofree char *mapped = map_more (unicode);
  char buffer[MAX_NAME_BYTES * 4];
  g_autofree char *marked = NULL;
  g_autofree char *folded = NULL;
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = uspoof_getSkeletonUTF8 (get_checker (), 0, mapped, -1, buffer, sizeof buffer, &status);

  if (U_FAILURE (status) || length <= 0 || (gsize) length >= sizeof buffer)
    return NULL;
  buffer[length] = '\0';
  marked = map_more (buffer);
  folded = buoy_text_fold (marked);
  return g_str_is_ascii (folded) ? g_steal_pointer (&folded) : NULL;
}

/* Merges i with l, and digits with the letter that they look like. Other digits look like several letters, or none. */
static char
fold_letter (char c)
{
  switch (c)
    {
    case 'i':
    case '1':
    case '|':
      return 'l';
    case '0':
      return 'o';
    case '3':
      return 'e';
    case '4':
      return 'a';
    case '5':
      return 's';
    case '8':
      return 'b';
    default:
      return c;
    }
}

/* rn → m, vv → w, cl → d */
static char
fold_pair (const char *p)
{
  if (p[0] == 'r' && p[1] == 'n')
    return 'm';
  if (p[0] == 'v' && p[1] == 'v')
    return 'w';
  if (p[0] == 'c' && fold_letter (p[1]) == 'l')
    return 'd';
  return 0;
}

void
buoy_skeleton_fold (char *latin)
{
  char *end = latin;

  for (const char *p = latin; *p != '\0'; p++)
    {
      const char pair = fold_pair (p);

      *end++ = pair != 0 ? pair : fold_letter (*p);
      if (pair != 0)
        p++;
    }
  *end = '\0';
}

void
buoy_skeleton_fold_letters (char *latin)
{
  for (char *p = latin; *p != '\0'; p++)
    *p = fold_letter (*p);
}

char *
buoy_skeleton_to_latin (const char *unicode)
{
  if (unicode == NULL || strlen (unicode) > MAX_NAME_BYTES)
    return NULL;
  return g_str_is_ascii (unicode) ? g_strdup (unicode) : skeleton_of_unicode (unicode);
}

char *
buoy_skeleton_new (const char *unicode)
{
  char *skeleton = buoy_skeleton_to_latin (unicode);

  if (skeleton != NULL)
    buoy_skeleton_fold (skeleton);
  return skeleton;
}

gboolean
buoy_skeleton_is_slash (gunichar c)
{
  return buoy_look_alike_is (c, BUOY_LOOK_ALIKE_SLASH);
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += g_ascii_isdigit (*p) ? 1 : 0;
  return n;
}

BuoyLikeness
buoy_skeleton_compare (const char *unicode, const char *ascii)
{
  if (g_str_equal (unicode, ascii))
    return BUOY_LIKENESS_SAME;
  if (!g_str_is_ascii (unicode))
    return BUOY_LIKENESS_SCRIPT;
  return count_digits (unicode) > count_digits (ascii) ? BUOY_LIKENESS_DIGITS : BUOY_LIKENESS_LETTERS;
}
