/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Pages and addresses that a script keeps in one string, as base64, as escapes of the language or of a URL, or as
 * numbers. They are undone here without running anything; what is put together while it runs stays hidden.
 */
#pragma once

#include <glib.h>

/* What a string of a script holds, its base64 and escapes undone; NULL where it is too short for anything. */
char *buoy_page_undo_literal (const char *text, gsize length);

/* The text of a list of character numbers; NULL where it is too short. */
char *buoy_page_undo_numbers (const char *text, gsize length);
