/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "lexicon/buoy-phrases.h"

#include <string.h>

#include "lexicon/buoy-lexicon-reader.h"

#define N_BUCKETS 4096    /* for some hundreds of phrases: most places in a text hash to an empty one */
#define BEGINNING_BYTES 3 /* of a phrase, by which it is indexed: one kana or kanji */

typedef struct
{
  const char *text;
  gsize length;
  BuoyLexiconSection topic;
  guint next; /* index + 1 of the next phrase in the bucket; 0 if there is none */
} Phrase;

typedef struct
{
  GArray *phrases;        /* of Phrase, shortest first */
  guint first[N_BUCKETS]; /* index + 1 of the first phrase; 0 if there is none */
} Index;

static guint
bucket_of (const char *p)
{
  return ((guchar) p[0] * 961u + (guchar) p[1] * 31u + (guchar) p[2]) % N_BUCKETS;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const gsize length_a = ((const Phrase *) a)->length;
  const gsize length_b = ((const Phrase *) b)->length;

  return (length_a > length_b) - (length_a < length_b);
}

static GArray *
collect_topics (const BuoyLexicon *lexicon)
{
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));

  for (guint topic = 0; topic < BUOY_LEXICON_N_TOPICS; topic++)
    {
      const GPtrArray *section = buoy_lexicon_get (lexicon, (BuoyLexiconSection) topic);

      for (guint i = 0; i < section->len; i++)
        {
          const char *text = g_ptr_array_index (section, i);
          const Phrase phrase = { .text = text, .length = strlen (text), .topic = (BuoyLexiconSection) topic };

          g_array_append_val (phrases, phrase);
        }
    }
  return phrases;
}

/* Made once, never freed. The phrase inserted last, which is the longest, comes first in its bucket. */
static gpointer
index_new (gpointer unused)
{
  Index *index = g_new0 (Index, 1);

  index->phrases = collect_topics (buoy_lexicon_get_default ());
  g_array_sort (index->phrases, compare_lengths);
  for (guint i = 0; i < index->phrases->len; i++)
    {
      Phrase *phrase = &g_array_index (index->phrases, Phrase, i);
      guint *first = &index->first[bucket_of (phrase->text)];

      phrase->next = *first;
      *first = i + 1;
    }
  return index;
}

static gboolean
is_within_word (const char *text, const char *p)
{
  return p > text && g_ascii_isalnum (p[-1]) && g_ascii_isalnum (p[0]);
}

static void
take_phrases_at (const Index *index, const char *folded, const char *p, BuoyPhrases *phrases)
{
  for (guint i = index->first[bucket_of (p)]; i != 0;)
    {
      const Phrase *phrase = &g_array_index (index->phrases, Phrase, i - 1);

      if (phrases->first[phrase->topic] == NULL && strncmp (p, phrase->text, phrase->length) == 0
          && !is_within_word (folded, p + phrase->length))
        {
          phrases->first[phrase->topic] = phrase->text;
          phrases->end[phrase->topic] = (gsize) (p - folded) + phrase->length;
        }
      i = phrase->next;
    }
}

void
buoy_phrases_find (const char *folded, BuoyPhrases *out_phrases)
{
  static GOnce once = G_ONCE_INIT;
  const Index *index = g_once (&once, index_new, NULL);

  memset (out_phrases, 0, sizeof *out_phrases);
  for (const char *p = folded; p[0] != '\0' && p[1] != '\0' && p[2] != '\0'; p++)
    if (*p != ' ' && !is_within_word (folded, p))
      take_phrases_at (index, folded, p, out_phrases);
}
