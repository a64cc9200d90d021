/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The "From " lines that separate the messages of an mbox (RFC 4155).
 */
#pragma once

#include <glib.h>

#define CLI_MBOX_FROM "From "
#define CLI_SEPARATOR_BYTES 1000 /* RFC 5322 §2.1.1 allows 998 */
#define CLI_LOOKAHEAD_BYTES (2 * CLI_SEPARATOR_BYTES)

typedef struct
{
  char feed;          /* the last byte of each line: '\r' in files of old Macs, else '\n' */
  gboolean is_git;    /* of patches, whose separators also occur in the text of mail */
  gboolean by_length; /* each message so far had an exact Content-Length: mboxcl2, in which texts are not quoted */
} CliMboxKind;

/* The kind of the file that begins with @text, which is at least its first block. FALSE: it is no mbox. */
gboolean cli_separator_find_kind (const char *text, gsize length, CliMboxKind *out_kind);

/* Whether a separator stands at @line. @length: of the text from there on; CLI_LOOKAHEAD_BYTES are enough.
 * @after_blank: an empty line is before it.
 */
gboolean cli_separator_matches (const CliMboxKind *kind, const char *line, gsize length, gboolean after_blank);
