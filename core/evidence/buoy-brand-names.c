/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the names of all brands in one pass over a text. Names in Latin letters stand between word borders; a name
 * in katakana is not the end of a longer katakana word, nor, where it is short, its beginning (ライン in オンライン).
 */
#include "config.h"

#include "evidence/buoy-brands-private.h"

#include <string.h>

#define SHORT_KATAKANA 3 /* characters; longer names are not the beginning of other words */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const BuoyBrandName *) a)->text, ((const BuoyBrandName *) b)->text);
}

static void
add_names (GArray *rows, const BuoyBrand *brand, char **names, gboolean bare)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const BuoyBrandName row = { names[i], brand, bare };

      g_array_append_val (rows, row);
    }
}

void
buoy_brand_names_init (BuoyBrandNames *names, const GPtrArray *brands)
{
  guint row = 0;

  names->rows = g_array_new (FALSE, FALSE, sizeof (BuoyBrandName));
  for (guint i = 0; i < brands->len; i++)
    {
      const BuoyBrand *brand = g_ptr_array_index (brands, i);

      add_names (names->rows, brand, brand->names, FALSE);
      add_names (names->rows, brand, brand->bare_names, TRUE);
    }
  g_array_sort (names->rows, compare_names);

  for (guint byte = 0; byte <= 256; byte++)
    {
      while (row < names->rows->len
             && (guchar) g_array_index (names->rows, BuoyBrandName, row).text[0] < byte)
        row++;
      names->first[byte] = row;
    }
}

void
buoy_brand_names_clear (BuoyBrandNames *names)
{
  g_clear_pointer (&names->rows, g_array_unref);
}

static gboolean
is_katakana (gunichar c)
{
  return (c >= 0x30a1 && c <= 0x30fa) || c == 0x30fc;
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x250 && g_unichar_isalnum (c);
}

/* What folding makes of ™. */
static gboolean
is_trade_mark (const char *p)
{
  return p[0] == 't' && p[1] == 'm' && !is_latin (g_utf8_get_char (p + 2));
}

static gunichar
char_before (const char *text, const char *p)
{
  return p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;
}

/* The borders that a name's own letters ask for. */
static gboolean
stands_alone (const char *text, const char *start, const char *end)
{
  const gunichar first = g_utf8_get_char (start);
  const gunichar last = char_before (text, end);
  const gunichar before = char_before (text, start);
  const gunichar after = g_utf8_get_char (end);

  if (is_latin (last) && is_latin (after) && !is_trade_mark (end))
    return FALSE;
  if (is_latin (first) && is_latin (before))
    return FALSE;
  if (is_katakana (first) && is_katakana (before))
    return FALSE;
  return !(is_katakana (last) && is_katakana (after)
           && g_utf8_strlen (start, end - start) <= SHORT_KATAKANA);
}

/* First row from @from (inclusive) to @to whose byte at @depth is not under @byte. */
static guint
lower_bound (const GArray *rows, guint from, guint to, gsize depth, guint byte)
{
  while (from < to)
    {
      const guint middle = from + (to - from) / 2;

      if ((guchar) g_array_index (rows, BuoyBrandName, middle).text[depth] < byte)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/* The longest name that begins at @p; NULL. */
static const BuoyBrandName *
longest_name_at (const BuoyBrandNames *names, const char *text, const char *p)
{
  const guchar *bytes = (const guchar *) p;
  guint from = names->first[bytes[0]];
  guint to = names->first[bytes[0] + 1];
  const BuoyBrandName *longest = NULL;

  for (gsize depth = 1; from < to; depth++)
    {
      const BuoyBrandName *row = &g_array_index (names->rows, BuoyBrandName, from);

      if (row->text[depth] == '\0' && stands_alone (text, p, p + depth))
        longest = row;
      if (bytes[depth] == '\0')
        break;
      from = lower_bound (names->rows, from, to, depth, bytes[depth]);
      to = lower_bound (names->rows, from, to, depth, bytes[depth] + 1u);
    }
  return longest;
}

/* Most places of a text: no name begins there, and no table needs to be asked. */
static gboolean
is_within_word (const char *text, const char *p)
{
  return p > text && g_ascii_isalnum (*p) && g_ascii_isalnum (p[-1]);
}

GArray *
buoy_brand_names_find (const BuoyBrandNames *names, const char *folded)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (BuoyBrandMatch));

  for (const char *p = folded; *p != '\0';)
    {
      const BuoyBrandName *name = is_within_word (folded, p) ? NULL : longest_name_at (names, folded, p);
      BuoyBrandMatch match;

      if (name == NULL)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      match.brand = name->brand;
      match.bare = name->bare;
      match.start = (gsize) (p - folded);
      match.end = match.start + strlen (name->text);
      g_array_append_val (matches, match);
      p = folded + match.end;
    }
  return matches;
}
