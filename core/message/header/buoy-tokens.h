/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The lexical level that trace and result headers share (RFC 5322 §3.2.2, §3.2.4): words, quoted strings, comments.
 */
#pragma once

#include <glib.h>

typedef enum
{
  BUOY_TOKEN_WORD,
  BUOY_TOKEN_COMMENT,
  BUOY_TOKEN_MARK /* one of the characters that the caller named */
} BuoyTokenKind;

typedef struct
{
  BuoyTokenKind kind;
  char *text;      /* a word without its quotes, a comment without its parentheses, the mark */
  gboolean spaced; /* white space or a comment stands before it */
  gsize end;       /* offset behind it in the value */
} BuoyToken;

/* Every token of @value, in order, at most BUOY_MAX_TOKENS. (element-type BuoyToken), never NULL. */
GPtrArray *buoy_tokens_new (const char *value, const char *marks);

/* Past the end there is no token: NULL. */
const BuoyToken *buoy_tokens_get (const GPtrArray *tokens, guint index);
gboolean buoy_token_is_mark (const BuoyToken *token, char mark);
gboolean buoy_token_is_word (const BuoyToken *token, const char *lower_case);

#define BUOY_MAX_TOKENS 4096 /* of one header; the longest seen has under 200 */
