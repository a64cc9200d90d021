/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An authenticated sender needs no more lookups, and a message that nothing speaks against needs no registry.
 */
#include "config.h"

#include "buoy-lookup.h"

#include "verdict/buoy-questions.h"

gboolean
buoy_lookup_may_help (BuoyVerdict *verdict)
{
  g_autoptr (BuoyQuestions) questions = buoy_questions_new (verdict);

  return buoy_questions_are_any (questions);
}
