/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a lookup asks about a message, and of whom: told to the reader before, and all that is asked after.
 */
#pragma once

#include "buoy-for-hosts.h"
#include "verdict/buoy-verdict.h"

G_BEGIN_DECLS

/*< private >
 * BuoyQuestions:
 *
 * The questions that %BUOY_SCAN_KEYS asks about a message. Counted; it never changes.
 */
typedef struct _BuoyQuestions BuoyQuestions;

BUOY_FOR_HOSTS BuoyQuestions *buoy_questions_new (const BuoyVerdict *verdict);
BUOY_FOR_HOSTS BuoyQuestions *buoy_questions_ref (BuoyQuestions *questions);
BUOY_FOR_HOSTS void buoy_questions_unref (BuoyQuestions *questions);
BUOY_FOR_HOSTS gboolean buoy_questions_are_any (const BuoyQuestions *questions);
BUOY_FOR_HOSTS gboolean buoy_questions_were_unanswered (const BuoyVerdict *verdict);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyQuestions, buoy_questions_unref)

G_END_DECLS
