/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shared parts of the look-alike module: the index of protected names, the words joined to names, and a parsed host.
 */
#pragma once

#include "buoy-types.h"
#include "evidence/lookalike/buoy-lookalike.h"
#include "registry/buoy-brands.h"

#define BUOY_MAX_LABEL 63 /* bytes of a label (RFC 1035 §2.3.4) */

#define BUOY_MAX_WORD 16 /* letters of the words that are searched for in a label; the longest has 14 */

/* Minimum letters of the name of an embedded domain: "jcb.co.jp.evil.test"; "t.co" is contained in too many names. */
#define BUOY_MIN_EMBEDDED 3

/* A protected domain, identified by its own name or by another name of its owner. */
typedef struct
{
  const char *domain;     /* ASCII */
  gsize label_length;     /* of its first label */
  const BuoyBrand *brand; /* NULL: the organisation's or a contact's */
  const char *name;       /* without hyphens */
  gboolean is_by_name;    /* another name of the owner, not the domain's */
  const char *skeleton;   /* of the name */
  guint skeleton_length;
  const char *letters;  /* the same with rn, vv and cl kept apart, for typos */
  gboolean distinctive; /* a name, not a word that others use as well */
  gboolean named;       /* the registry lists it as a name, however short */
} BuoyProtectedName;

/* A typo: one letter more, fewer or different, or two swapped. */
typedef enum
{
  BUOY_TYPO_NONE,   /* no typo, or one that leads from one honest name to another */
  BUOY_TYPO_CHANCE, /* of a word, or of a name so short that honest names are one typo away */
  BUOY_TYPO_SURE
} BuoyTypo;

/* What kind of words are joined to a name. */
typedef enum
{
  BUOY_JOINED_NONE, /* no such word */
  BUOY_JOINED_ROLE, /* "card", "support", "jp": partners and shops use them too */
  BUOY_JOINED_LURE  /* "login", "verify", "secure": only the owner has a use for them */
} BuoyJoinedWord;

typedef struct
{
  BuoyLookalikeKind kind;
  BuoyStrength strength;
  const BuoyProtectedName *imitated; /* NULL: none */
} BuoyJudgement;
