/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Decides whether two display names are of the same person. Order, titles, middle initials and look-alike letters don't
 * matter; a single word is too common to identify anyone.
 */
#include "config.h"

#include "lexicon/buoy-person.h"

#include "base/text/buoy-text.h"
#include "lexicon/buoy-lexicon-reader.h"

#include <string.h>

#define MIN_WORDS 2          /* of a Latin name: given and family name */
#define MAX_WORDS 5          /* more is a sentence, not a name */
#define MAX_NAME_WORDS 3     /* of a person's name within a longer text */
#define MIN_LETTERS_WITHIN 4 /* of a name joined to another word: three characters are part of many words */
#define MAX_HAN_LETTERS 6    /* of a name */
#define MIN_HAN_LETTERS 3    /* without word boundaries: 田中 is a family, 田中一郎 a person */

static gboolean
is_in (BuoyLexiconSection section, const char *word)
{
  const GPtrArray *words = buoy_lexicon_get (buoy_lexicon_get_default (), section);

  return g_ptr_array_find_with_equal_func ((GPtrArray *) words, word, g_str_equal, NULL);
}

static gboolean
is_title (const char *word)
{
  return is_in (BUOY_LEXICON_PERSON_TITLE, word) || is_in (BUOY_LEXICON_HONORIFIC, word);
}

/* Words of letters, without titles and initials. */
static GPtrArray *
split_words (const char *folded)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean inside = g_unichar_isalpha (c) || g_unichar_ismark (c);
      g_autofree char *word = NULL;

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          word = g_strndup (start, p - start);
          start = NULL;
          if (g_utf8_strlen (word, -1) > 1 || !g_ascii_isalpha (*word))
            if (!is_title (word))
              g_ptr_array_add (words, g_steal_pointer (&word));
        }
      if (c == 0)
        return words;
    }
}

/* Whether the script of @word separates words by spaces. Chinese, Japanese and Korean names may be written without. */
static gboolean
has_boundaries (const char *word)
{
  const GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (word));

  return script != G_UNICODE_SCRIPT_HAN && script != G_UNICODE_SCRIPT_HIRAGANA && script != G_UNICODE_SCRIPT_KATAKANA
         && script != G_UNICODE_SCRIPT_HANGUL;
}

/* The length in bytes of a phrase of @section with which @name ends; 0 if there is none. */
static gsize
ending_length (const char *name, BuoyLexiconSection section)
{
  const GPtrArray *words = buoy_lexicon_get (buoy_lexicon_get_default (), section);

  for (guint i = 0; i < words->len; i++)
    if (g_str_has_suffix (name, g_ptr_array_index (words, i)))
      return strlen (g_ptr_array_index (words, i));
  return 0;
}

static void
drop_honorific (GString *name)
{
  gsize length = ending_length (name->str, BUOY_LEXICON_HONORIFIC);

  if (length == 0)
    length = ending_length (name->str, BUOY_LEXICON_PERSON_TITLE);
  g_string_truncate (name, name->len - length);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_words (GPtrArray *words)
{
  GString *key = g_string_new (NULL);

  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (key, i > 0 ? " %s" : "%s", (char *) g_ptr_array_index (words, i));
  return g_string_free (key, FALSE);
}

/* Joins "山田" and "太郎" to "山田太郎". NULL if that is too short for a full name. */
static char *
join_without_spaces (const GPtrArray *words)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append (key, g_ptr_array_index (words, i));
  drop_honorific (key);
  if (g_utf8_strlen (key->str, -1) < MIN_HAN_LETTERS)
    return NULL;
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* (nullable): NULL if @words are not the full name of a person. */
static char *
key_of (GPtrArray *words)
{
  if (words->len == 0 || words->len > MAX_WORDS)
    return NULL;
  if (!has_boundaries (g_ptr_array_index (words, 0)))
    return join_without_spaces (words);
  return words->len >= MIN_WORDS ? join_words (words) : NULL;
}

/* (nullable) */
static GPtrArray *
read_words (const char *name)
{
  g_autofree char *folded = NULL;

  if (name == NULL)
    return NULL;
  folded = buoy_text_fold (name);
  return split_words (folded);
}

char *
buoy_person_key (const char *name)
{
  g_autoptr (GPtrArray) words = read_words (name);

  return words != NULL ? key_of (words) : NULL;
}

static void
take (GPtrArray *keys, char *key)
{
  if (key != NULL)
    g_ptr_array_add (keys, key);
}

/* Adds the key of each sequence of up to MAX_NAME_WORDS words from @first on. */
static void
add_rows (GPtrArray *keys, const GPtrArray *words, guint first)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();

  for (guint i = first; i < words->len && row->len < MAX_NAME_WORDS; i++)
    {
      g_autoptr (GPtrArray) sorted = NULL;

      g_ptr_array_add (row, g_ptr_array_index (words, i));
      sorted = g_ptr_array_copy (row, NULL, NULL);
      take (keys, key_of (sorted));
    }
}

/* Adds beginnings and ends of a word in a script without boundaries: "代表取締役山本一郎", "山本一郎社長". */
static void
add_ends (GPtrArray *keys, const char *word)
{
  const glong length = g_utf8_strlen (word, -1);

  for (glong n = MIN_LETTERS_WITHIN; n < length && !has_boundaries (word) && n <= MAX_HAN_LETTERS; n++)
    {
      g_ptr_array_add (keys, g_utf8_substring (word, 0, n));
      g_ptr_array_add (keys, g_utf8_substring (word, length - n, length));
    }
}

GPtrArray *
buoy_person_keys_within (const char *name)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = read_words (name);

  take (keys, buoy_person_key (name));
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      add_rows (keys, words, i);
      add_ends (keys, g_ptr_array_index (words, i));
    }
  return keys;
}

/* The first @phrase in @name that is between spaces, in any letter case; NULL if there is none. */
static const char *
find_words (const char *name, const char *phrase)
{
  for (const char *p = name; (p = strcasestr (p, phrase)) != NULL; p++)
    if (p > name && p[-1] == ' ' && p[strlen (phrase)] == ' ')
      return p;
  return NULL;
}

/* The first words that introduce a service or a principal, such as "via", with the space before them; NULL if there are
 * none. Sets *@out_length to their length in bytes, with both spaces.
 */
static const char *
find_way (const char *name, gsize *out_length)
{
  const GPtrArray *phrases = buoy_lexicon_get (buoy_lexicon_get_default (), BUOY_LEXICON_PERSON_VIA);
  const char *first = NULL;

  for (guint i = 0; i < phrases->len; i++)
    {
      const char *phrase = g_ptr_array_index (phrases, i);
      const char *hit = find_words (name, phrase);

      if (hit == NULL || (first != NULL && hit - 1 >= first))
        continue;
      first = hit - 1;
      *out_length = strlen (phrase) + 2;
    }
  return first;
}

const char *
buoy_person_via (const char *name)
{
  gsize length = 0;
  const char *words = find_way (name, &length);

  return words != NULL ? words + length : NULL;
}

char *
buoy_person_author (const char *name)
{
  gsize length = 0;
  const char *words = find_way (name, &length);

  return words != NULL ? g_strndup (name, (gsize) (words - name)) : g_strdup (name);
}
