/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The JSON output of the commands: one object per line. For a message it contains the library's verdict, and which
 * message of which file it is about.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "bellbuoy.h"

/* Adds a member; null if @text is NULL. Invalid UTF-8 is replaced. */
void cli_json_add_text (JsonBuilder *builder, const char *name, const char *text);

void cli_json_add_number (JsonBuilder *builder, const char *name, gint64 number);

/* Ends the object begun in @builder, and prints it without control characters. */
void cli_json_print (JsonBuilder *builder);

/* @elapsed_us: how long it took; omitted if negative. Returns one line. (transfer full) */
char *cli_json_from_verdict (const BuoyVerdict *verdict, const char *path, guint index, gint64 elapsed_us);

/* For a message that could not be analysed. Returns one line. (transfer full) */
char *cli_json_from_error (const char *path, guint index, const char *why);
