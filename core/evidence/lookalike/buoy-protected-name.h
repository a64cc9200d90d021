/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A protected domain: its name, and whether the name is distinctive.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike-private.h"

/* Fills what follows from its domain and brand for @name, which may have hyphens. */
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
