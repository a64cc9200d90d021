/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The lexicon's topics in a text, all of them in one pass however many phrases there are.
 */
#pragma once

#include "lexicon/buoy-lexicon.h"

typedef struct
{
  const char *first[BUOY_LEXICON_N_TOPICS]; /* of each topic the phrase that stands first, the longest there; NULL */
  gsize end[BUOY_LEXICON_N_TOPICS];         /* of that phrase in the text */
} BuoyPhrases;

/* Finds in @folded, a text in the form of buoy_text_fold(), the phrases of the languages that are built in. Latin ones
 * stand at word borders: "suspended" is not in "unsuspendedly"; kana and kanji have no borders.
 */
void buoy_phrases_find (const char *folded, BuoyPhrases *out_phrases);
