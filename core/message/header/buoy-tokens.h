/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The lexer shared by trace and result headers (RFC 5322 §3.2.2, §3.2.4): words, quoted strings, comments.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_TOKEN_WORD,
  BUOY_TOKEN_COMMENT,
  BUOY_TOKEN_MARK /* one of the caller's separators */
} BuoyTokenKind;

typedef struct
{
  BuoyTokenKind kind;
  char *text;      /* a word without its quotes, a comment without its parentheses, the separator */
  gboolean spaced; /* preceded by white space or a comment */
  gsize end;       /* offset of its end in the value */
} BuoyToken;

/* Splits @value into tokens; each character of @marks is a separator.
 *
 * Returns: (transfer full) (element-type BuoyToken): the first BUOY_MAX_TOKENS tokens, in order
 */
GPtrArray *buoy_tokens_new (const char *value, const char *marks);

/* Returns: (transfer none) (nullable): the token at @index; NULL past the end */
const BuoyToken *buoy_tokens_get (const GPtrArray *tokens, guint index);
gboolean buoy_token_is_mark (const BuoyToken *token, char mark);
gboolean buoy_token_is_word (const BuoyToken *token, const char *lower_case);

#define BUOY_MAX_TOKENS 4096 /* of one field; the longest seen has under 200 */
