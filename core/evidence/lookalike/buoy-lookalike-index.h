/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The index of names that are imitated: by skeleton, and for typos of the pen by each skeleton with one letter left
 * out, which two names share that are one typo apart. Asking takes as many steps as the name has letters.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"
#include "evidence/lookalike/buoy-lookalike-private.h"

/* The imitated whose name without hyphens has @skeleton; NULL. */
const BuoyProtectedName *buoy_lookalikes_find_name (const BuoyLookalikes *lookalikes, const char *skeleton);

/* The imitated with @skeleton for its whole domain, "eklnet.com"; NULL. */
const BuoyProtectedName *buoy_lookalikes_find_domain (const BuoyLookalikes *lookalikes, const char *skeleton);

/* The imitated whose name is one typo from @letters, a sure one where there is any; NULL. @out_typo: its kind. */
const BuoyProtectedName *buoy_lookalikes_find_typo (const BuoyLookalikes *lookalikes, const char *letters,
                                                    BuoyTypo *out_typo);

/* Whether @imitated's owner has a domain of that name under @suffix. */
gboolean buoy_lookalikes_has_under (const BuoyLookalikes *lookalikes, const BuoyProtectedName *imitated,
                                    const char *suffix);
