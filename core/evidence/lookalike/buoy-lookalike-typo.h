/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A typo: one letter more, fewer or other, or two swapped (Damerau). What leads from one honest name to
 * another is none: another first letter, a plural, a number, another word before "mail".
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike-private.h"

BuoyTypo buoy_lookalike_compare (const char *letters, const BuoyProtectedName *imitated);
