/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A protected domain: its name, and whether the name is distinctive.
 */
#pragma once

#include "protected/buoy-domain-words.h"
#include "registry/buoy-brands.h"

/* A protected domain, identified by its own name or by another name of its owner. */
typedef struct
{
  const char *domain;     /* ASCII */
  const BuoyBrand *brand; /* NULL: the organisation's or a contact's */
  const char *name;       /* without hyphens */
  const char *skeleton;   /* of the name */
  const char *letters;    /* the same with rn, vv and cl kept apart, for typos */
  guint label_length;     /* of the domain's first label */
  guint skeleton_length;
  gboolean is_by_name;  /* another name of the owner, not the domain's */
  gboolean distinctive; /* a name, not a word that others use as well */
  gboolean named;       /* the registry lists it as a name, however short */
} BuoyProtectedName;

/* Fills what follows from its domain and brand for @name, which is ASCII and may have hyphens. */
void buoy_protected_name_init (BuoyProtectedName *imitated, const char *name, GStringChunk *texts);

const char *buoy_protected_name_suffix (const BuoyProtectedName *imitated);

/* Names are compared without them. */
void buoy_name_drop_hyphens (char *name);

/* Letters and digits: "m365". */
gboolean buoy_name_mixes_digits (const char *name);

/* "Prime Video" as it would be written in a domain, "primevideo". */
char *buoy_protected_name_join_name (const char *name);

/* Whether its name is long enough to be recognised with a typo, at least with other claims of its owner. */
gboolean buoy_protected_name_can_have_typo (const BuoyProtectedName *imitated);
