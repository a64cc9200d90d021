/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What commands print as JSON: an object a line. That of a message has what the library says, and which message of
 * which file that is about.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "bellbuoy.h"

/* A member; NULL: null. What is no UTF-8 is made some. */
void cli_json_add_text (JsonBuilder *builder, const char *name, const char *text);

void cli_json_add_number (JsonBuilder *builder, const char *name, gint64 number);

/* Ends the object that @builder has begun, and prints it. Nothing in it moves a terminal's cursor. */
void cli_json_print (JsonBuilder *builder);

/* @elapsed_us: how long it took; below 0 it is left out. One line; (transfer full). */
char *cli_json_from_verdict (const BuoyVerdict *verdict, const char *path, guint index, gint64 elapsed_us);

/* Of a message that could not be analysed. One line; (transfer full). */
char *cli_json_from_error (const char *path, guint index, const char *why);
