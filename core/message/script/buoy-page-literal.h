/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pages and addresses in a string of a script, as base64, as escapes of JavaScript or of a URL, or as numbers. They are
 * decoded without executing anything; what a script computes is not found.
 */
#pragma once

#include <glib.h>

#include "base/buoy-budget.h"

/* Decodes base64 and escapes in a string literal, (transfer full) (nullable): NULL if it is too short for an address.
 */
char *buoy_page_undo_literal (const char *text, gsize length, BuoyBudget *budget);

/* Decodes a list of character codes, "60,104,116", (transfer full) (nullable): NULL if it is too short for an address.
 */
char *buoy_page_undo_numbers (const char *text, gsize length, BuoyBudget *budget);
