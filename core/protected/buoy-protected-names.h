/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The index of protected names: by skeleton, and for typos by each skeleton with one letter deleted, which any two
 * names one typo apart have in common. A lookup takes as many steps as the name has letters.
 */
#pragma once

#include "protected/buoy-protected-name.h"
#include "protected/buoy-typo.h"

typedef struct _BuoyProtectedNames BuoyProtectedNames;

/* The domains of all brands; built once. */
const BuoyProtectedNames *buoy_protected_names_get_default (void);

/* The registrable domains of @hosts (of char *), except brands' and free mail; NULL if none are left. */
BuoyProtectedNames *buoy_protected_names_new (const GPtrArray *hosts);
void buoy_protected_names_free (BuoyProtectedNames *names);

/* Whether @domain is one of those of @names. */
gboolean buoy_protected_names_has (const BuoyProtectedNames *names, const char *domain);

/* The protected name that has @skeleton without hyphens; NULL. */
const BuoyProtectedName *buoy_protected_names_find (const BuoyProtectedNames *names, const char *skeleton);

/* The protected domain that has @skeleton as a whole, "eklnet.com"; NULL. */
const BuoyProtectedName *buoy_protected_names_find_domain (const BuoyProtectedNames *names, const char *skeleton);

/* The protected name one typo away from @letters, preferably a sure one; NULL. @out_typo: its kind. */
const BuoyProtectedName *buoy_protected_names_find_typo (const BuoyProtectedNames *names, const char *letters,
                                                         BuoyTypo *out_typo);

/* Whether @imitated's owner has a domain of that name under @suffix. */
gboolean buoy_protected_names_has_under (const BuoyProtectedNames *names, const BuoyProtectedName *imitated,
                                         const char *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyProtectedNames, buoy_protected_names_free)
