/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The JSON object of one message: what the library says, and which message of which file that is about.
 */
#pragma once

#include "bellbuoy.h"

/* @elapsed_us: how long it took; below 0 it is left out. One line; (transfer full). */
char *cli_json_from_verdict (const BuoyVerdict *verdict, const char *path, guint index, gint64 elapsed_us);

/* Of a message that could not be analysed. One line; (transfer full). */
char *cli_json_from_error (const char *path, guint index, const char *why);
