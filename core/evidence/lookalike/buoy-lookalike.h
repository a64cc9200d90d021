/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Domains made to be mistaken for that of a brand, of the organisation or of a contact.
 */
#pragma once

#include "buoy-types.h"
#include "protected/buoy-protected-names.h"

typedef enum
{
  BUOY_LOOKALIKE_LETTERS,   /* the name in look-alike letters */
  BUOY_LOOKALIKE_TYPO,      /* the name with one letter added, omitted or changed, or two swapped */
  BUOY_LOOKALIKE_EMBEDDED,  /* the whole domain within another one */
  BUOY_LOOKALIKE_COMBINED,  /* the name joined to role or lure words */
  BUOY_LOOKALIKE_SUFFIX,    /* the name under another suffix */
  BUOY_LOOKALIKE_SUB_DOMAIN /* the name as a sub-domain of another owner's domain */
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
  const BuoyBrand *brand; /* the owner of that domain; NULL if it is the organisation or a contact */
} BuoyLookalike;

/* Finds the domain of @names for which @ascii_host can be mistaken. Hosts with an owner in the registry or among the
 * sending services are not look-alikes. @site: (nullable): the registrable domain of @ascii_host, as a pointer into it
 *
 * Returns: (transfer full) (nullable): the look-alike; NULL if it is none
 */
BuoyLookalike *buoy_lookalike_find (const BuoyProtectedNames *names, const char *ascii_host, const char *site);

void buoy_lookalike_free (gpointer data);

/* Whether @site, a registrable domain, has a generic suffix where names are cheap and nobody verifies who gets them. */
gboolean buoy_lookalike_is_cheap (const char *site);
