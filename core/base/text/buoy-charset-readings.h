/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bytes of a text may be read in several ways: a byte order mark, escape sequences of ISO 2022 and the declared
 * charset can contradict each other, and not every program knows each charset. Programs choose differently.
 */
#pragma once

#include "base/buoy-budget.h"

#define BUOY_MAX_CHARSET_READINGS 2 /* by the label, and as ASCII */

/* Finds how programs may read @bytes, labelled @charset (nullable), other than as @text, the result of
 * buoy_charset_decode().
 *
 * Returns: (transfer full) (element-type utf8): the other readings; usually empty
 */
GPtrArray *buoy_charset_find_readings (const char *bytes, gsize length, const char *charset, const char *text,
                                       BuoyBudget *budget);
