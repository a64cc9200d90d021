/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Encoded words (RFC 2047) as mailers write them: adjacent words of one charset are joined before conversion, since
 * many mailers split characters; a wrong charset is guessed.
 */
#pragma once

#include "base/buoy-budget.h"

/* Decodes the RFC 2047 words of a header value; (transfer full). Once the budget is spent, words are left encoded. */
char *buoy_encoded_words_decode (const char *value, BuoyBudget *budget);

/* Rewrites each sequence of words in @value as one base64 word in UTF-8, (transfer full): GMime decodes a sequence as a
 * whole, stops at the padding of the first word, and knows only charsets for which the C library has a module at hand.
 * A word with characters that separate addresses stays one of its own, and keeps these where GMime looks for them; one
 * in a charset of longer characters is left as it is.
 */
char *buoy_encoded_words_join (const char *value, BuoyBudget *budget);
