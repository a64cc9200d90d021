/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "protected/buoy-domain-words.h"

#include <string.h>

#include "lexicon/buoy-lexicon-reader.h"

#define N_OUTLINES 8192 /* for some hundreds of words */

/* TLDs with cheap, unverified registration, taken from published lists of the most abused ones. */
static const char cheap_suffixes[]
    = "bar best bid bond buzz cam cc cf cfd click club cyou date digital download dynv6.net fit fun ga "
      "gdn gq help homes hair icu info ink life link live loan lol men ml mom monster ninja nl.eu.org one online ooo "
      "page party pics pro pub pw quest racing rest review sbs science shop site skin space store stream su surf "
      "support tech tk today top trade us.org vip wang website win work ws wtf xin xyz yachts zip zone";

/* The same, but country codes in which a large brand may have a site of its own. */
static const char cheap_countries[]
    = "asia br.com cn co.com com.cn com.de com.ru com.se de.com eu.com eu.org gb.net jp.net jpn.com ru ru.com uk.com "
      "us.com";

typedef struct
{
  GHashTable *words; /* word → BuoyJoinedWord */
  guint8
      outlines[N_OUTLINES]; /* whether any word has this outline: rules most pieces of a label out without a lookup */
} WordIndex;

/* Of a word of at least two letters: its first two, its last and its length. */
static guint
outline (const char *word, gsize length)
{
  return (guint) ((guchar) word[0] * 1024 + (guchar) word[1] * 32 + (guchar) word[length - 1] + length * 521)
         % N_OUTLINES;
}

static void
add_word (WordIndex *index, const char *word, BuoyJoinedWord kind)
{
  index->outlines[outline (word, strlen (word))] = TRUE;
  g_hash_table_insert (index->words, (gpointer) word, GINT_TO_POINTER (kind));
}

static void
add_section (WordIndex *index, BuoyLexiconSection section, BuoyJoinedWord kind)
{
  const GPtrArray *words = buoy_lexicon_get (buoy_lexicon_get_default (), section);

  for (guint i = 0; i < words->len; i++)
    add_word (index, g_ptr_array_index (words, i), kind);
}

/* @text: spaces between */
static void
add_words (WordIndex *index, const char *text, BuoyJoinedWord kind)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    add_word (index, g_intern_string (words[i]), kind);
}

/* Never freed. */
static WordIndex *
word_index_new (void)
{
  WordIndex *index = g_new0 (WordIndex, 1);

  index->words = g_hash_table_new (g_str_hash, g_str_equal);
  return index;
}

static gpointer
index_joined_words (gpointer unused)
{
  WordIndex *index = word_index_new ();

  add_section (index, BUOY_LEXICON_SITE_WORD, BUOY_JOINED_ROLE);
  add_section (index, BUOY_LEXICON_LURE_WORD, BUOY_JOINED_LURE);
  return index;
}

static gpointer
index_common_words (gpointer unused)
{
  WordIndex *index = word_index_new ();

  add_section (index, BUOY_LEXICON_COMMON_WORD, BUOY_JOINED_ROLE);
  add_section (index, BUOY_LEXICON_SITE_WORD, BUOY_JOINED_ROLE);
  add_section (index, BUOY_LEXICON_LURE_WORD, BUOY_JOINED_ROLE);
  return index;
}

static gpointer
index_cheap_suffixes (gpointer unused)
{
  WordIndex *index = word_index_new ();

  add_words (index, cheap_countries, BUOY_JOINED_ROLE);
  add_words (index, cheap_suffixes, BUOY_JOINED_LURE);
  return index;
}

static BuoyJoinedWord
look_up (const WordIndex *index, const char *word, gsize length)
{
  char copy[BUOY_MAX_WORD + 1];

  if (length < 2 || length >= sizeof copy || !index->outlines[outline (word, length)])
    return BUOY_JOINED_NONE;
  memcpy (copy, word, length);
  copy[length] = '\0';
  return GPOINTER_TO_INT (g_hash_table_lookup (index->words, copy));
}

BuoyJoinedWord
buoy_domain_word (const char *word, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  const WordIndex *index = g_once (&once, index_joined_words, NULL);

  return look_up (index, word, length);
}

gboolean
buoy_domain_is_common (const char *label, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  const WordIndex *index = g_once (&once, index_common_words, NULL);

  return look_up (index, label, length) != BUOY_JOINED_NONE;
}

gboolean
buoy_domain_is_plain_words (const char *label)
{
  const gsize length = strlen (label);
  gboolean reached[BUOY_MAX_LABEL + 1] = { TRUE };

  if (length > BUOY_MAX_LABEL)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (reached[i] && label[i] == '-')
        reached[i + 1] = TRUE;
      for (gsize n = 2; reached[i] && n <= BUOY_MAX_WORD && i + n <= length; n++)
        reached[i + n] |= buoy_domain_is_common (label + i, n);
    }
  return reached[length];
}

static BuoyJoinedWord
weigh_suffix (const char *suffix)
{
  static GOnce once = G_ONCE_INIT;
  const WordIndex *index = g_once (&once, index_cheap_suffixes, NULL);

  return look_up (index, suffix, strlen (suffix));
}

gboolean
buoy_domain_is_cheap_suffix (const char *suffix)
{
  return weigh_suffix (suffix) != BUOY_JOINED_NONE;
}

gboolean
buoy_domain_is_cheap_generic_suffix (const char *suffix)
{
  return weigh_suffix (suffix) == BUOY_JOINED_LURE;
}

gboolean
buoy_domain_is_mistyped_suffix (const char *suffix, const char *imitated)
{
  static const char *const typos[][2] = {
    { "co", "com" },      { "cm", "com" },       { "om", "com" },       { "con", "com" },      { "ne", "net" },
    { "co.jo", "co.jp" }, { "jp.com", "co.jp" }, { "jp.net", "co.jp" }, { "uk.com", "co.uk" }, { "us.com", "com" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (typos); i++)
    if (g_str_equal (suffix, typos[i][0]) && g_str_equal (imitated, typos[i][1]))
      return TRUE;
  return FALSE;
}
