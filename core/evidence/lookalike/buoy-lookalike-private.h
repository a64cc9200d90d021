/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of the look-alike room: the index of originals, the words that are joined to their names, and a host
 * taken apart.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"

#define BUOY_MAX_LABEL 63 /* bytes of a label (RFC 1035 §2.3.4) */
#define BUOY_MAX_WORD 16  /* letters of the words that are looked for in a label; the longest has 14 */

/* Letters of the name of a domain that stands whole in another: "jcb.co.jp.evil.test"; "t.co" stands anywhere. */
#define BUOY_MIN_EMBEDDED 3

/* A domain that others imitate, by the name in it or by another name of its owner's. */
typedef struct
{
  const char *domain;     /* ASCII */
  gsize label_length;     /* of its first label */
  const BuoyBrand *brand; /* NULL: the organisation's or a contact's */
  const char *name;       /* without hyphens */
  gboolean is_by_name;    /* it is not the domain's */
  const char *skeleton;   /* of the name */
  guint skeleton_length;
  const char *letters;    /* the same with rn, vv and cl kept apart: what a slip of the pen leaves */
  gboolean distinctive;   /* a name, no word that others bear as well */
  gboolean named;         /* the registry has it for a name, however short */
} BuoyOriginal;

/* Fills what follows from its domain and brand for @name, which may have hyphens. */
void buoy_original_init (BuoyOriginal *original, const char *name, GStringChunk *texts);
const char *buoy_original_suffix (const BuoyOriginal *original);

/* Names are compared without them. */
void buoy_name_drop_hyphens (char *name);

/* Letters and digits: "m365". */
gboolean buoy_name_mixes_digits (const char *name);

/* "Prime Video" as it stands in a domain, "primevideo". */
char *buoy_original_join_name (const char *name);

/* Whether its name is long enough to be recognised with a letter wrong, if only beside other signs of its owner. */
gboolean buoy_original_can_slip (const BuoyOriginal *original);

/* The original whose name without hyphens has @skeleton; NULL. */
const BuoyOriginal *buoy_lookalikes_find_name (const BuoyLookalikes *lookalikes, const char *skeleton);

/* The original with @skeleton for its whole domain, "eklnet.com"; NULL. */
const BuoyOriginal *buoy_lookalikes_find_domain (const BuoyLookalikes *lookalikes, const char *skeleton);

/* A slip of the pen: a letter more, fewer, other, or two swapped. */
typedef enum
{
  BUOY_SLIP_NONE,   /* no slip, or one that leads from one honest name to another */
  BUOY_SLIP_CHANCE, /* of a word, or of a name so short that honest ones stand on all sides of it */
  BUOY_SLIP_SURE
} BuoySlip;

BuoySlip buoy_lookalike_compare (const char *letters, const BuoyOriginal *original);

/* The original whose name is one slip from @letters, a sure one where there is any; NULL. @out_slip: its kind. */
const BuoyOriginal *buoy_lookalikes_find_slip (const BuoyLookalikes *lookalikes, const char *letters,
                                               BuoySlip *out_slip);

/* Whether @original's owner has a domain of that name under @suffix. */
gboolean buoy_lookalikes_has_under (const BuoyLookalikes *lookalikes, const BuoyOriginal *original,
                                    const char *suffix);

/* What joins a name to make it look like a department's: how much the word tells. */
typedef enum
{
  BUOY_JOINED_NONE,   /* no such word */
  BUOY_JOINED_OFFICE, /* "card", "support", "jp": partners and shops bear them too */
  BUOY_JOINED_BAIT    /* "login", "verify", "secure": nobody but the owner has a use for it */
} BuoyJoinedWord;

BuoyJoinedWord buoy_lookalike_word (const char *word, gsize length);

/* A word of the language: many honest names have it. */
gboolean buoy_lookalike_is_common (const char *label, gsize length);

/* Nothing but such words, with hyphens between them or without: "worldpress". */
gboolean buoy_lookalike_is_wording (const char *label);

/* A suffix under which names are had for little and asked for no papers. */
gboolean buoy_lookalike_is_cheap_suffix (const char *suffix);

/* Such a suffix, and not a country's, where a brand may well have a site. */
gboolean buoy_lookalike_is_nobodys_suffix (const char *suffix);

/* A suffix that is another one mistyped: "co" for "com". */
gboolean buoy_lookalike_is_mistyped_suffix (const char *suffix, const char *original);

/* The name in @label with nothing but such words around it. @out_word: the weightiest. NULL where there is none. */
const BuoyOriginal *buoy_lookalikes_find_joined (const BuoyLookalikes *lookalikes, const char *label,
                                                 BuoyJoinedWord *out_word);

/* The name between hyphens in @label, with whatever else: "x7-paypal-your-account", "bank-card-pay". NULL where there
 * is none. @out_baited: bait or another name stands beside it.
 */
const BuoyOriginal *buoy_lookalikes_find_among (const BuoyLookalikes *lookalikes, const char *label,
                                                gboolean *out_baited);

/* The whole domain of an original within @skeleton, a host's without its suffix. @out_dotted: with its dots. */
const BuoyOriginal *buoy_lookalikes_find_embedded (const BuoyLookalikes *lookalikes, const char *skeleton,
                                                   gboolean *out_dotted);

typedef struct
{
  BuoyLookalikeKind kind;
  BuoyStrength strength;
  const BuoyOriginal *original; /* NULL: none */
} BuoyJudgement;

/* @label as the first of a registrable domain with @suffix; "": as one that its owner chose below his domain. */
BuoyJudgement buoy_lookalikes_judge_label (const BuoyLookalikes *lookalikes, const char *label,
                                           const char *suffix);
