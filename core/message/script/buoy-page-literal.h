/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pages and addresses that a script keeps in a string, as base64, as escapes of JavaScript or of a URL, or as numbers.
 * They are decoded without executing anything; what is computed at run time stays hidden.
 */
#pragma once

#include <glib.h>

#include "base/buoy-budget.h"

/* The decoded content of a string literal, with base64 and escapes; NULL if it is too short to matter. */
char *buoy_page_undo_literal (const char *text, gsize length, BuoyBudget *budget);

/* The text of a list of character codes; NULL if it is too short. */
char *buoy_page_undo_numbers (const char *text, gsize length);
