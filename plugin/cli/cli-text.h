/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a person reads about one message.
 */
#pragma once

#include "cli-input.h"

#include <bellbuoy.h>

/* @text (nullable) made harmless to show, with "[:]//" for "://", which a terminal would open. (transfer full) */
char *cli_text_defang (const char *text);

/* "FILE#INDEX", or the file's name where it contains one message only; safe for a terminal. (transfer full) */
char *cli_text_name (const char *path, guint index, gboolean is_only);

/* Name, subject, sender and date of the message, then the notice; (transfer full). */
char *cli_text_from_verdict (BuoyVerdict *verdict, const CliMessage *message);
