/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Typosquatting: one letter more, fewer or different, or two swapped (Damerau). Changes that lead from one honest name
 * to another are excluded: another first letter, a plural, a number, another word before "mail".
 */
#pragma once

#include "protected/buoy-protected-name.h"

/* A typo: one letter more, fewer or different, or two swapped. */
typedef enum
{
  BUOY_TYPO_NONE,   /* no typo, or one that leads from one honest name to another */
  BUOY_TYPO_CHANCE, /* of a word, or of a name so short that honest names are one typo away */
  BUOY_TYPO_SURE
} BuoyTypo;

BuoyTypo buoy_typo_compare (const char *letters, const BuoyProtectedName *imitated);
