/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Compares one label with the protected names: the same letters, letters that look like them, a typo, words joined to
 * it. Honest companies have similar names, so the weaker the likeness, the more the suffix has to confirm it.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike-judgement.h"

/* @label as the first of a registrable domain with @suffix; "": as a sub-domain that its owner chose. */
BuoyJudgement buoy_lookalike_judge_label (const BuoyProtectedNames *names, const char *label, const char *suffix);
