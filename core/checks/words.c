/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finding words in folded text, in one pass however many words there are.
 */
#include "config.h"

#include "checks/words.h"

#include <string.h>

#define N_BUCKETS 1024 /* for a few hundred words at most, so that few places of a text fall into a used one */

/* The words by how they begin; a number is a word's place in the list and one, 0 none. */
typedef struct
{
  const char *const *words;
  guint first[N_BUCKETS];
  guint *next; /* word → the next one in its bucket, later in the list */
} Index;

static gboolean
is_latin (char c)
{
  return g_ascii_isalnum (c);
}

/* "suspended" is not in "unsuspendedly": a Latin word ends where letters end; kana and kanji have no borders. */
static gboolean
is_within_word (const char *text, const char *p)
{
  return p > text && is_latin (p[-1]) && is_latin (p[0]);
}

/* Three bytes are one kana or kanji. */
static guint
bucket_of (const char *p)
{
  return ((guchar) p[0] * 31u + (guchar) p[1] * 7u + (guchar) p[2]) % N_BUCKETS;
}

static void
index_init (Index *index, const char *const *words)
{
  const guint n = g_strv_length ((char **) words);

  index->words = words;
  index->next = g_new (guint, n + 1);
  for (guint i = n; i > 0; i--)
    {
      guint *first = &index->first[bucket_of (words[i - 1])];

      index->next[i] = *first;
      *first = i;
    }
}

/* The first word before @end in the list that stands at @p; @end. */
static guint
word_at (const Index *index, const char *folded, const char *p, guint end)
{
  for (guint i = index->first[bucket_of (p)]; i != 0 && i < end; i = index->next[i])
    {
      const char *word = index->words[i - 1];

      if (g_str_has_prefix (p, word) && !is_within_word (folded, p + strlen (word)))
        return i;
    }
  return end;
}

const char *
buoy_words_find (const char *folded, const char *const *words)
{
  Index index = { 0 };
  guint best = G_MAXUINT;

  index_init (&index, words);
  for (const char *p = folded; p[0] != '\0' && p[1] != '\0' && p[2] != '\0'; p++)
    if (!is_within_word (folded, p))
      best = word_at (&index, folded, p, best);
  g_free (index.next);
  return best != G_MAXUINT ? words[best - 1] : NULL;
}

gboolean
buoy_words_hold_number (const char *text, guint min, guint max)
{
  guint digits = 0;

  for (const char *p = text;; p++)
    {
      if (g_ascii_isdigit (*p))
        digits++;
      else if (*p == '\0' || strchr (" -.()/+", *p) == NULL)
        {
          if (digits >= min && digits <= max)
            return TRUE;
          digits = 0;
        }
      if (*p == '\0')
        return FALSE;
    }
}
