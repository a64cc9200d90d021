/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The pieces of the look-alike room: the index of protected_names, the words that are joined to their names, and a host
 * taken apart.
 */
#pragma once

#include "buoy-types.h"
#include "evidence/lookalike/buoy-lookalike.h"
#include "registry/buoy-brands.h"

#define BUOY_MAX_LABEL 63 /* bytes of a label (RFC 1035 §2.3.4) */

#define BUOY_MAX_WORD 16 /* letters of the words that are looked for in a label; the longest has 14 */

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
  const char *letters;  /* the same with rn, vv and cl kept apart: what a typo leaves */
  gboolean distinctive; /* a name, no word that others bear as well */
  gboolean named;       /* the registry has it for a name, however short */
} BuoyProtectedName;

/* A typo: a letter more, fewer, other, or two swapped. */
typedef enum
{
  BUOY_TYPO_NONE,   /* no typo, or one that leads from one honest name to another */
  BUOY_TYPO_CHANCE, /* of a word, or of a name so short that honest ones stand on all sides of it */
  BUOY_TYPO_SURE
} BuoyTypo;

/* What joins a name to make it look like a department's: how much the word tells. */
typedef enum
{
  BUOY_JOINED_NONE, /* no such word */
  BUOY_JOINED_ROLE, /* "card", "support", "jp": partners and shops bear them too */
  BUOY_JOINED_LURE  /* "login", "verify", "secure": nobody but the owner has a use for it */
} BuoyJoinedWord;

typedef struct
{
  BuoyLookalikeKind kind;
  BuoyStrength strength;
  const BuoyProtectedName *imitated; /* NULL: none */
} BuoyJudgement;
