/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Domains made to be mistaken for another: a brand's, the organisation's, a contact's.
 */
#pragma once

#include "buoy-types.h"
#include "protected/buoy-protected-names.h"

typedef enum
{
  BUOY_LOOKALIKE_LETTERS,   /* the name in letters that look like its own */
  BUOY_LOOKALIKE_TYPO,      /* the name with one letter more, fewer, other, or two swapped */
  BUOY_LOOKALIKE_EMBEDDED,  /* the whole domain within another one */
  BUOY_LOOKALIKE_COMBINED,  /* the name joined to role or lure words */
  BUOY_LOOKALIKE_SUFFIX,    /* the name under another suffix */
  BUOY_LOOKALIKE_SUB_DOMAIN /* the name as a sub-domain of somebody else's domain */
} BuoyLookalikeKind;

typedef enum
{
  BUOY_IN_FROM,
  BUOY_IN_REPLY_TO,
  BUOY_IN_LINK
} BuoyLookalikePlace;

typedef struct
{
  BuoyLookalikeKind kind;
  BuoyStrength strength; /* how certain it is that no honest owner has this name */
  BuoyLookalikePlace place;
  char *host;             /* ASCII */
  char *imitated;         /* the domain that it imitates */
  const BuoyBrand *brand; /* the owner of that domain; NULL: the organisation or a contact */
} BuoyLookalike;

/* The domain of @names for which @ascii_host can be mistaken; NULL. A host that the registry or the senders list as
 * someone's own is no look-alike. @site: its registrable domain, a pointer into it; NULL if it has none. (transfer
 * full)
 */
BuoyLookalike *buoy_lookalike_find (const BuoyProtectedNames *names, const char *ascii_host, const char *site);

void buoy_lookalike_free (gpointer data);
