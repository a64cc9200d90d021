/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads the lexicon from its files.
 */
#pragma once

#include "lexicon/buoy-lexicon.h"

/* The languages that are built in. */
const BuoyLexicon *buoy_lexicon_get_default (void);

/* Adds the file of one language: a section's name in brackets, then a phrase a line. Lines that begin with "#" and empty
 * ones are passed over. A phrase that begins with "[", "#" or a space stands in double quotes.
 */
gboolean buoy_lexicon_read (BuoyLexicon *lexicon, GBytes *file, GError **error);
