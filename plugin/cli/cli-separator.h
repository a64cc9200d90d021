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
  gboolean is_git;    /* a file of patches, whose separators also occur in the text of mail */
  gboolean by_length; /* each message so far had an exact Content-Length: mboxcl2, in which text is not quoted */
} CliMboxKind;

/* Determines the kind of a file that begins with @text, which must be at least its first block. FALSE if it is not an
 * mbox.
 */
gboolean cli_separator_find_kind (const char *text, gsize length, CliMboxKind *out_kind);

/* Whether @line is a separator. @length: of the remaining text; CLI_LOOKAHEAD_BYTES are enough. @after_blank: whether
 * an empty line precedes it.
 */
gboolean cli_separator_matches (const CliMboxKind *kind, const char *line, gsize length, gboolean after_blank);
