/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words of the look-alike room: what is joined to a name to make it look official, words that many honest names
 * have, suffixes that cost nothing. Read off phishing domains in public lists; November 2026.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike-private.h"

BuoyJoinedWord buoy_lookalike_word (const char *word, gsize length);

/* A word of the language: many honest names have it. */
gboolean buoy_lookalike_is_common (const char *label, gsize length);

/* Nothing but such words, with hyphens between them or without: "worldpress". */
gboolean buoy_lookalike_is_plain_words (const char *label);

/* A suffix under which names are had for little and asked for no papers. */
gboolean buoy_lookalike_is_cheap_suffix (const char *suffix);

/* Such a suffix, and not a country's, where a brand may well have a site. */
gboolean buoy_lookalike_is_cheap_generic_suffix (const char *suffix);

/* A suffix that is another one mistyped: "co" for "com". */
gboolean buoy_lookalike_is_mistyped_suffix (const char *suffix, const char *imitated);
