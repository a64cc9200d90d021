/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Typosquatting: one letter more, fewer or different, or two swapped (Damerau). Changes that lead from one honest name
 * to another are excluded: another first letter, a plural, a number, another word before "mail".
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike-private.h"

BuoyTypo buoy_lookalike_compare (const char *letters, const BuoyProtectedName *imitated);
