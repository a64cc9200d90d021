/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Encoded words (RFC 2047) as mailers write them: neighbours of one charset are put together before they are
 * converted, since many cut a character in two; a charset that does not fit is guessed.
 */
#pragma once

#include "base/buoy-budget.h"

/* RFC 2047 words of a header value as text; (transfer full). Once the budget is spent, words stay as they are. */
char *buoy_encoded_words_decode (const char *value, BuoyBudget *budget);

/* The value with each row of base64 words written as one of UTF-8; (transfer full). For GMime, which reads such a row
 * as one and takes the padding of the first word for the end of all.
 */
char *buoy_encoded_words_join (const char *value, BuoyBudget *budget);
