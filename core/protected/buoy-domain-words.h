/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words in domains: lure and role words joined to names, common words, cheap suffixes. Taken from phishing domains
 * in public lists; November 2026.
 */
#pragma once

#include <glib.h>

#define BUOY_MAX_LABEL 63 /* bytes of a label (RFC 1035 §2.3.4) */
#define BUOY_MAX_WORD 16  /* letters of the words that are searched for in a label; the longest has 14 */

/* What kind of words are joined to a name. */
typedef enum
{
  BUOY_JOINED_NONE, /* no such word */
  BUOY_JOINED_ROLE, /* "card", "support", "jp": partners and shops use them too */
  BUOY_JOINED_LURE  /* "login", "verify", "secure": only the owner has a use for them */
} BuoyJoinedWord;

BuoyJoinedWord buoy_domain_word (const char *word, gsize length);

/* A common word: many honest names contain it. */
gboolean buoy_domain_is_common (const char *label, gsize length);

/* Only such words, with or without hyphens between them: "worldpress". */
gboolean buoy_domain_is_plain_words (const char *label);

/* A TLD with cheap, unverified registration. */
gboolean buoy_domain_is_cheap_suffix (const char *suffix);

/* The same, but not a country's, where a brand may have a site. */
gboolean buoy_domain_is_cheap_generic_suffix (const char *suffix);

/* A mistyped suffix: "co" for "com". */
gboolean buoy_domain_is_mistyped_suffix (const char *suffix, const char *imitated);
