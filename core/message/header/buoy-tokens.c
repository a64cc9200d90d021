/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One pass over the value. Unterminated comments and quoted strings end with the value.
 */
#include "config.h"

#include "message/header/buoy-tokens.h"

#include <string.h>

static void
token_free (gpointer data)
{
  BuoyToken *token = data;

  g_free (token->text);
  g_free (token);
}

static void
add (GPtrArray *tokens, BuoyTokenKind kind, const GString *text, gboolean spaced, gsize end)
{
  BuoyToken *token = g_new (BuoyToken, 1);

  *token = (BuoyToken){ .kind = kind, .text = g_strndup (text->str, text->len), .spaced = spaced, .end = end };
  g_ptr_array_add (tokens, token);
}

/* The length of the quoted local part at @text, a quotation mark (RFC 5321 §4.1.2); 0 if it is none. Servers write the
 * sender into comments as it is, although RFC 5322 §3.2.2 has no quoted strings there.
 */
static gsize
measure_local_part (const char *text)
{
  static const gsize max_local_part = 2 + 2 * 64; /* RFC 5321 §4.5.3.1.1, all of it escaped */

  for (gsize i = 1; i < max_local_part && text[i] != '\0'; i++)
    if (text[i] == '\\' && text[i + 1] != '\0')
      i++;
    else if (text[i] == '"')
      return text[i + 1] == '@' ? i + 1 : 0;
  return 0;
}

/* Appends the comment at @text, which is a "(", and returns the position after it; comments nest. */
static const char *
read_comment (const char *text, GString *comment)
{
  guint depth = 0;
  gsize quoted;
  const char *p = text;

  for (; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        {
          g_string_append_c (comment, *++p);
          continue;
        }
      if (*p == '"' && (quoted = measure_local_part (p)) > 0)
        {
          g_string_append_len (comment, p, (gssize) quoted);
          p += quoted - 1;
          continue;
        }
      if (*p == ')' && --depth == 0)
        break;
      if (*p == '(' && depth++ == 0)
        continue;
      g_string_append_c (comment, *p);
    }
  return *p != '\0' ? p + 1 : p;
}

/* Appends the quoted string at @text and returns the position after it. */
static const char *
read_quoted (const char *text, GString *word)
{
  const char *p = text + 1;

  for (; *p != '\0' && *p != '"'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (word, *p);
    }
  return *p == '"' ? p + 1 : p;
}

/* Appends the word at @text and returns the position after it. */
static const char *
read_word (const char *text, const char *marks, GString *word)
{
  const char *p = text;

  while (*p != '\0' && !g_ascii_isspace (*p) && *p != '(' && strchr (marks, *p) == NULL)
    {
      if (*p == '"')
        p = read_quoted (p, word);
      else
        g_string_append_c (word, *p++);
    }
  return p;
}

/* Appends the token at @text, which is not white space, and returns the position after it. */
static const char *
read_token (const char *text, const char *marks, GString *out, BuoyTokenKind *out_kind)
{
  if (*text == '(')
    {
      *out_kind = BUOY_TOKEN_COMMENT;
      return read_comment (text, out);
    }
  if (strchr (marks, *text) != NULL)
    {
      *out_kind = BUOY_TOKEN_MARK;
      g_string_append_c (out, *text);
      return text + 1;
    }
  *out_kind = BUOY_TOKEN_WORD;
  return read_word (text, marks, out);
}

GPtrArray *
buoy_tokens_new (const char *value, const char *marks)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (token_free);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean spaced = TRUE;

  for (const char *p = value; *p != '\0' && tokens->len < BUOY_MAX_TOKENS;)
    {
      BuoyTokenKind kind;

      if (g_ascii_isspace (*p))
        {
          spaced = TRUE;
          p++;
          continue;
        }
      g_string_truncate (text, 0);
      p = read_token (p, marks, text, &kind);
      add (tokens, kind, text, spaced, (gsize) (p - value));
      spaced = kind == BUOY_TOKEN_COMMENT;
    }
  return tokens;
}

const BuoyToken *
buoy_tokens_get (const GPtrArray *tokens, guint index)
{
  return index < tokens->len ? g_ptr_array_index (tokens, index) : NULL;
}

gboolean
buoy_token_is_mark (const BuoyToken *token, char mark)
{
  return token != NULL && token->kind == BUOY_TOKEN_MARK && *token->text == mark;
}

gboolean
buoy_token_is_word (const BuoyToken *token, const char *lower_case)
{
  return token != NULL && token->kind == BUOY_TOKEN_WORD && g_ascii_strcasecmp (token->text, lower_case) == 0;
}
