/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The index of protected names: by skeleton, and for typos by each skeleton with one letter deleted, which any two
 * names one typo apart have in common. A lookup takes as many steps as the name has letters.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"
#include "evidence/lookalike/buoy-lookalike-private.h"

/* The protected name that has @skeleton without hyphens; NULL. */
const BuoyProtectedName *buoy_lookalikes_find_name (const BuoyLookalikes *lookalikes, const char *skeleton);

/* The protected domain that has @skeleton as a whole, "eklnet.com"; NULL. */
const BuoyProtectedName *buoy_lookalikes_find_domain (const BuoyLookalikes *lookalikes, const char *skeleton);

/* The protected name one typo away from @letters, preferably a sure one; NULL. @out_typo: its kind. */
const BuoyProtectedName *buoy_lookalikes_find_typo (const BuoyLookalikes *lookalikes, const char *letters,
                                                    BuoyTypo *out_typo);

/* Whether @imitated's owner has a domain of that name under @suffix. */
gboolean buoy_lookalikes_has_under (const BuoyLookalikes *lookalikes, const BuoyProtectedName *imitated,
                                    const char *suffix);
