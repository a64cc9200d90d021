/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Content-Length, which says how long each message of an mbox of the kind "mboxcl2" is.
 */
#pragma once

#include "cli-separator.h"

#define CLI_LENGTH_BYTES (64 * 1024) /* of a header in which the field is looked for */

/* Where the message at @text ends: the size of its header plus its Content-Length. FALSE if it has none. */
gboolean cli_length_find (const CliMboxKind *kind, const char *text, gsize length, gsize *out_end);

/* The start of the first message at or after @end, which is where the previous one ends by its Content-Length: only
 * empty lines may be between them, and it needs a Content-Length too. @length if nothing follows; 0 if @end is wrong.
 */
gsize cli_length_find_next (const CliMboxKind *kind, const char *text, gsize length, gsize end);
