/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Encoded words (RFC 2047) as mailers write them: adjacent words of one charset are joined before conversion, since
 * many mailers split characters; a wrong charset is guessed.
 */
#pragma once

#include "base/buoy-budget.h"

/* Decodes the RFC 2047 words of a header value; (transfer full). Once the budget is spent, words are left encoded. */
char *buoy_encoded_words_decode (const char *value, BuoyBudget *budget);

/* Rewrites each sequence of base64 words in @value as one word in UTF-8, (transfer full): GMime decodes such a sequence
 * as a whole and stops at the padding of the first word.
 */
char *buoy_encoded_words_join (const char *value, BuoyBudget *budget);
