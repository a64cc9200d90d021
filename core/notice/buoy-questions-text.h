/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who is asked by a lookup, and what, in words.
 */
#pragma once

#include "verdict/buoy-questions.h"

G_BEGIN_DECLS

BUOY_AVAILABLE_IN_0_2 char **buoy_questions_tell (const BuoyQuestions *questions);

G_END_DECLS
