/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Content-Length, which gives the length of each message in an mbox of the kind "mboxcl2".
 */
#pragma once

#include "cli-separator.h"

#define CLI_LENGTH_BYTES (64 * 1024) /* of a header that are searched for the field */

/* The end of the message at @text: the size of its header plus its Content-Length. FALSE if it has none. */
gboolean cli_length_find (const CliMboxKind *kind, const char *text, gsize length, gsize *out_end);

/* The start of the first message at or after @end, which is where the previous one ends by its Content-Length: only
 * empty lines may be between them, and it must have a Content-Length, too. @length if nothing follows; 0 if @end is
 * wrong.
 */
gsize cli_length_find_next (const CliMboxKind *kind, const char *text, gsize length, gsize end);
