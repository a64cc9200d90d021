/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds all topics of the lexicon in a text, in one pass whatever the number of phrases.
 */
#pragma once

#include "lexicon/buoy-lexicon.h"

typedef struct
{
  const char *first[BUOY_LEXICON_N_TOPICS]; /* the longest at the first place with one; NULL if none */
  gsize end[BUOY_LEXICON_N_TOPICS];         /* of that phrase, as an offset in the text */
} BuoyPhrases;

/* Finds the phrases of all built-in languages in @folded, a text in the form of buoy_text_fold(). Latin phrases need
 * word boundaries: "suspended" is not found in "unsuspendedly". Kana and kanji have no boundaries.
 */
void buoy_phrases_find (const char *folded, BuoyPhrases *out_phrases);
