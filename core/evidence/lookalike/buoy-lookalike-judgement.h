/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a host, or one of its labels, was found to imitate.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"
#include "protected/buoy-protected-name.h"

typedef struct
{
  BuoyLookalikeKind kind;
  BuoyStrength strength;
  const BuoyProtectedName *imitated; /* NULL if none */
} BuoyJudgement;
