/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads the lexicon from its files.
 */
#pragma once

#include "lexicon/buoy-lexicon.h"

/* Returns: (transfer none): the lexicon of all built-in languages, which is read once. Thread-safe. */
const BuoyLexicon *buoy_lexicon_get_default (void);

/* Adds the file of one language: the name of a section in brackets, then one phrase per line. Empty lines and lines
 * that begin with "#" are skipped. A phrase that begins with "[", "#" or a space is in double quotes. FALSE with
 * BUOY_ERROR_DATA, naming the line, if the file is invalid.
 */
gboolean buoy_lexicon_read (BuoyLexicon *lexicon, GBytes *file, GError **error);
