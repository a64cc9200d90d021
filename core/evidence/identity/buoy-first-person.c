/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-first-person.h"

#include <string.h>

#include "lexicon/buoy-lexicon-reader.h"

#define NAME "..." /* the place of the name in a phrase of the lexicon */

/* Years may be between these and the name. */
static const char copyright[] = "©|(c)|copyright|copyright ©|copyright (c)|&copy;";

typedef struct
{
  char *before; /* alternatives separated by "|"; "" for any text */
  char *after;
  gboolean any_name; /* distinctive enough for an ambiguous name */
} PhraseRow;

static void
add_rows (GArray *rows, BuoyLexiconSection section, gboolean any_name)
{
  const GPtrArray *lines = buoy_lexicon_get (buoy_lexicon_get_default (), section);

  for (guint i = 0; i < lines->len; i++)
    {
      g_auto (GStrv) sides = g_strsplit (g_ptr_array_index (lines, i), NAME, 2);
      const PhraseRow row = { .before = g_strdup (g_strchomp (sides[0])),
                              .after = g_strdup (sides[1] != NULL ? g_strchug (sides[1]) : ""),
                              .any_name = any_name };

      g_array_append_val (rows, row);
    }
}

/* Read once, never freed. */
static gpointer
read_rows (gpointer unused)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (PhraseRow));

  add_rows (rows, BUOY_LEXICON_FIRST_PERSON_ANY_NAME, TRUE);
  add_rows (rows, BUOY_LEXICON_FIRST_PERSON, FALSE);
  return rows;
}

static const char *
skip_back_marks (const char *text, const char *p, gboolean numbers)
{
  while (p > text)
    {
      const char *previous = g_utf8_prev_char (p);
      const gunichar c = g_utf8_get_char (previous);

      if (c == ')' || c == 0xa9 || c == ';')
        break;
      if (!(numbers && g_unichar_isdigit (c)) && (g_unichar_isalnum (c) || c == 0x3002))
        break;
      p = previous;
    }
  return p;
}

static const char *
skip_ending (const char *p)
{
  return p + buoy_lexicon_begins (buoy_lexicon_get_default (), BUOY_LEXICON_NAME_ENDING, p, G_MAXSIZE);
}

static const char *
skip_marks (const char *p)
{
  while (*p != '\0')
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || c == '.' || c == '(')
        break;
      p = g_utf8_next_char (p);
    }
  return p;
}

static gboolean
fits_before (const char *text, const char *end, const char *words)
{
  for (const char *word = words; *word != '\0';)
    {
      const gsize length = strcspn (word, "|");

      if ((gsize) (end - text) >= length && strncmp (end - length, word, length) == 0)
        {
          const char *start = end - length;

          if (!g_ascii_isalpha (*start) || start == text || !g_ascii_isalnum (start[-1]))
            return TRUE;
        }
      word += length;
      word += *word == '|';
    }
  return FALSE;
}

static gboolean
fits_after (const char *p, const char *words)
{
  for (const char *word = words; *word != '\0';)
    {
      const gsize length = strcspn (word, "|");

      if (strncmp (p, word, length) == 0 && !(g_ascii_isalpha (word[length - 1]) && g_ascii_isalnum (p[length])))
        return TRUE;
      word += length;
      word += *word == '|';
    }
  return FALSE;
}

/* The last word of a name, such as "parcel" in "dhl parcel"; NULL if it is a single word. */
static const char *
last_word (const char *name, gsize length)
{
  const char *space = g_strrstr_len (name, (gssize) length, " ");

  return space != NULL ? space + 1 : NULL;
}

gboolean
buoy_words_are_first_person (const char *folded, const BuoyBrandMatch *match)
{
  static GOnce once = G_ONCE_INIT;
  const GArray *rows = g_once (&once, read_rows, NULL);
  const char *name = folded + match->start;
  const char *before = skip_back_marks (folded, name, FALSE);
  const char *after = skip_marks (skip_ending (folded + match->end));
  const char *last = last_word (name, match->end - match->start);

  if (fits_before (folded, skip_back_marks (folded, name, TRUE), copyright))
    return TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      const PhraseRow *row = &g_array_index (rows, PhraseRow, i);

      if (match->ambiguous && !row->any_name)
        continue;
      if (*row->before != '\0' && !fits_before (folded, before, row->before))
        continue;
      if (*row->after != '\0' && !fits_after (after, row->after)
          && !(*row->before != '\0' && last != NULL && fits_after (last, row->after)))
        continue;
      return TRUE;
    }
  return FALSE;
}
