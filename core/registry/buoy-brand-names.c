/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the names of all brands in one pass over a text. Names in Latin letters need word boundaries. A name in
 * katakana is not matched at the end of a longer katakana word, nor, if it is short, at its beginning (ライン in オンライン).
 */
#include "config.h"

#include "registry/buoy-brands-private.h"

#include <string.h>

#define BEGINNING_BYTES 3 /* of a name, by which it is indexed */
#define SHORT_KATAKANA 3  /* characters; longer names are not the beginning of other words */

static void
add_names (GArray *rows, const BuoyBrand *brand, char **names, gboolean ambiguous)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const BuoyBrandName row
          = { .text = names[i], .length = strlen (names[i]), .brand = brand, .ambiguous = ambiguous };

      g_array_append_val (rows, row);
    }
}

static guint
hash_beginning (const char *p)
{
  return ((guchar) p[0] * 961u + (guchar) p[1] * 31u + (guchar) p[2]) % BUOY_N_BEGINNINGS;
}

/* The longest name comes first in its bucket, and of equally long ones the one inserted last: of two equal names, that
 * of the brand listed first in the file.
 */
static void
index_row (BuoyBrandNames *names, guint position)
{
  BuoyBrandName *row = &g_array_index (names->rows, BuoyBrandName, position);
  guint *next = row->length < BEGINNING_BYTES ? &names->first_short[(guchar) *row->text]
                                              : &names->first[hash_beginning (row->text)];

  while (*next != 0 && g_array_index (names->rows, BuoyBrandName, *next - 1).length > row->length)
    next = &g_array_index (names->rows, BuoyBrandName, *next - 1).next;
  row->next = *next;
  *next = position + 1;
}

void
buoy_brand_names_init (BuoyBrandNames *names, const GPtrArray *brands)
{
  names->rows = g_array_new (FALSE, FALSE, sizeof (BuoyBrandName));
  for (guint i = brands->len; i > 0; i--)
    {
      const BuoyBrand *brand = g_ptr_array_index (brands, i - 1);

      add_names (names->rows, brand, brand->ambiguous_names, TRUE);
      add_names (names->rows, brand, brand->names, FALSE);
    }
  for (guint i = 0; i < names->rows->len; i++)
    index_row (names, i);
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

/* Whether "tm", the folded form of ™, is at @p. */
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

/* Checks the word boundaries that the name's own letters require. */
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
  return !(is_katakana (last) && is_katakana (after) && g_utf8_strlen (start, end - start) <= SHORT_KATAKANA);
}

/* The first row of the bucket, from @row on, that matches at @p; NULL if none does. */
static const BuoyBrandName *
first_match (const BuoyBrandNames *names, guint row, const char *text, const char *p)
{
  while (row != 0)
    {
      const BuoyBrandName *name = &g_array_index (names->rows, BuoyBrandName, row - 1);

      if (strncmp (p, name->text, name->length) == 0 && stands_alone (text, p, p + name->length))
        return name;
      row = name->next;
    }
  return NULL;
}

/* The longest name that matches at @p; NULL if none does. */
static const BuoyBrandName *
longest_name_at (const BuoyBrandNames *names, const char *text, const char *p)
{
  const guint row = p[1] != '\0' && p[2] != '\0' ? names->first[hash_beginning (p)] : 0;
  const guint short_row = names->first_short[(guchar) *p];
  const BuoyBrandName *longest = row != 0 ? first_match (names, row, text, p) : NULL;

  return longest == NULL && short_row != 0 ? first_match (names, short_row, text, p) : longest;
}

/* Rejects most positions without a lookup: those within a word, and spaces. */
static gboolean
may_begin (const char *text, const char *p)
{
  return *p != ' ' && !(p > text && g_ascii_isalnum (*p) && g_ascii_isalnum (p[-1]));
}

GArray *
buoy_brand_names_find (const BuoyBrandNames *names, const char *folded)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (BuoyBrandMatch));

  for (const char *p = folded; *p != '\0';)
    {
      const BuoyBrandName *name = may_begin (folded, p) ? longest_name_at (names, folded, p) : NULL;
      BuoyBrandMatch match;

      if (name == NULL)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      match.brand = name->brand;
      match.ambiguous = name->ambiguous;
      match.start = (gsize) (p - folded);
      match.end = match.start + name->length;
      g_array_append_val (matches, match);
      p = folded + match.end;
    }
  return matches;
}
