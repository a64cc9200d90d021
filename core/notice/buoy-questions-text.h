/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Who is asked by a lookup, and what, in words.
 */
#pragma once

#include "buoy-for-hosts.h"
#include "verdict/buoy-questions.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS char **buoy_questions_tell (const BuoyQuestions *questions);

G_END_DECLS
