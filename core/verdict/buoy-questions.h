/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a lookup asks about a message, and of whom: told to the reader before, and all that is asked after.
 */
#pragma once

#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

/**
 * BuoyQuestions:
 *
 * The questions that %BUOY_SCAN_KEYS asks about a message. Boxed and counted; it never changes.
 *
 * Since: 0.2
 */
typedef struct _BuoyQuestions BuoyQuestions;

#define BUOY_TYPE_QUESTIONS (buoy_questions_get_type ())
BUOY_AVAILABLE_IN_0_2 GType buoy_questions_get_type (void);
BUOY_AVAILABLE_IN_0_2 BuoyQuestions *buoy_questions_new (const BuoyVerdict *verdict);
BUOY_AVAILABLE_IN_0_2 BuoyQuestions *buoy_questions_ref (BuoyQuestions *questions);
BUOY_AVAILABLE_IN_0_2 void buoy_questions_unref (BuoyQuestions *questions);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_questions_are_any (const BuoyQuestions *questions);
BUOY_AVAILABLE_IN_0_2 gboolean buoy_questions_were_unanswered (const BuoyVerdict *verdict);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyQuestions, buoy_questions_unref)

G_END_DECLS
