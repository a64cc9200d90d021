/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Compares one label with the protected names: the same letters, letters that look like them, a typo, words joined to
 * it. Honest companies have similar names, so the weaker the likeness, the more the suffix must confirm it.
 */
#pragma once

#include "evidence/lookalike/buoy-lookalike-judgement.h"

/* Judges @label, in Unicode, as the first label of a registrable domain with @suffix, or if @suffix is "", as a
 * sub-domain.
 */
BuoyJudgement buoy_lookalike_judge_label (const BuoyProtectedNames *names, const char *label, const char *suffix);
