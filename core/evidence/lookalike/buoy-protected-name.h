/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A domain that others imitate: its name, and whether that is one that nobody else bears.
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

/* "Prime Video" as it stands in a domain, "primevideo". */
char *buoy_protected_name_join_name (const char *name);

/* Whether its name is long enough to be recognised with a letter wrong, if only beside other signs of its owner. */
gboolean buoy_protected_name_can_have_typo (const BuoyProtectedName *imitated);
