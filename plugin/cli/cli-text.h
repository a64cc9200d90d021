/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The text output about one message.
 */
#pragma once

#include "cli-input.h"

#include <bellbuoy.h>

/* Escapes @text (nullable) for display, and replaces "://", which a terminal would open, by "[:]//". (transfer full) */
char *cli_text_defang (const char *text);

/* "FILE#INDEX", or the file's name if it contains only one message; safe for a terminal. (transfer full) */
char *cli_text_name (const char *path, guint index, gboolean is_only);

/* Name, subject, sender and date of the message, then the notice. (transfer full) */
char *cli_text_from_verdict (BuoyVerdict *verdict, const CliMessage *message);
