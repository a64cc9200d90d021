/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The index of names that are imitated: by skeleton, and for slips of the pen by each skeleton with one letter left
 * out, which two names share that are one slip apart. Asking takes as many steps as the name has letters.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"
#include "evidence/lookalike/buoy-lookalike-private.h"

/* The original whose name without hyphens has @skeleton; NULL. */
const BuoyOriginal *buoy_lookalikes_find_name (const BuoyLookalikes *lookalikes, const char *skeleton);

/* The original with @skeleton for its whole domain, "eklnet.com"; NULL. */
const BuoyOriginal *buoy_lookalikes_find_domain (const BuoyLookalikes *lookalikes, const char *skeleton);

/* The original whose name is one slip from @letters, a sure one where there is any; NULL. @out_slip: its kind. */
const BuoyOriginal *buoy_lookalikes_find_slip (const BuoyLookalikes *lookalikes, const char *letters,
                                               BuoySlip *out_slip);

/* Whether @original's owner has a domain of that name under @suffix. */
gboolean buoy_lookalikes_has_under (const BuoyLookalikes *lookalikes, const BuoyOriginal *original, const char *suffix);
