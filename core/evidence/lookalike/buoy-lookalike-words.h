/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words of the look-alike module: lure and role words joined to names, common words, cheap suffixes. Taken from
 * phishing domains in public lists; November 2026.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike-private.h"

BuoyJoinedWord buoy_lookalike_word (const char *word, gsize length);

/* A common word: many honest names contain it. */
gboolean buoy_lookalike_is_common (const char *label, gsize length);

/* Only such words, with or without hyphens between them: "worldpress". */
gboolean buoy_lookalike_is_plain_words (const char *label);

/* A TLD with cheap, unverified registration. */
gboolean buoy_lookalike_is_cheap_suffix (const char *suffix);

/* The same, but not a country's, where a brand may have a site. */
gboolean buoy_lookalike_is_cheap_generic_suffix (const char *suffix);

/* A mistyped suffix: "co" for "com". */
gboolean buoy_lookalike_is_mistyped_suffix (const char *suffix, const char *imitated);
