/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One label held against the names of the protected_names: the same letters, letters that look like them, a typo of the
 * pen, words joined to it. Honest companies have near names too, so the less a likeness tells, the more the suffix
 * has to.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike.h"
#include "evidence/lookalike/buoy-lookalike-private.h"

/* @label as the first of a registrable domain with @suffix; "": as one that its owner chose below his domain. */
BuoyJudgement buoy_lookalikes_judge_label (const BuoyLookalikes *lookalikes, const char *label, const char *suffix);
