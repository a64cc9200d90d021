/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One pass over the value. What is never closed (a comment, a quoted string) ends with the value.
 */
#include "config.h"

#include "message/buoy-tokens.h"

#include <string.h>

static void
token_free (gpointer data)
{
  BuoyToken *token = data;

  g_free (token->text);
  g_free (token);
}

static void
add (GPtrArray *tokens, BuoyTokenKind kind, char *text, gboolean spaced, gsize end)
{
  BuoyToken *token = g_new (BuoyToken, 1);

  *token = (BuoyToken){ .kind = kind, .text = text, .spaced = spaced, .end = end };
  g_ptr_array_add (tokens, token);
}

/* @text stands on "("; comments nest. */
static char *
read_comment (const char *text, gsize *out_length)
{
  GString *comment = g_string_new (NULL);
  guint depth = 0;
  const char *p = text;

  for (; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        {
          g_string_append_c (comment, *++p);
          continue;
        }
      if (*p == ')' && --depth == 0)
        break;
      if (*p == '(' && depth++ == 0)
        continue;
      g_string_append_c (comment, *p);
    }
  *out_length = (gsize) (p - text) + (*p != '\0');
  return g_string_free (comment, FALSE);
}

/* Appends the quoted string at @text and returns what follows it. */
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

static char *
read_word (const char *text, const char *marks, gsize *out_length)
{
  GString *word = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0' && !g_ascii_isspace (*p) && *p != '(' && strchr (marks, *p) == NULL)
    {
      if (*p == '"')
        p = read_quoted (p, word);
      else
        g_string_append_c (word, *p++);
    }
  *out_length = (gsize) (p - text);
  return g_string_free (word, FALSE);
}

GPtrArray *
buoy_tokens_new (const char *value, const char *marks)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (token_free);
  gboolean spaced = TRUE;

  for (const char *p = value; *p != '\0' && tokens->len < BUOY_MAX_TOKENS;)
    {
      gsize length = 1;

      if (g_ascii_isspace (*p))
        {
          spaced = TRUE;
          p++;
          continue;
        }
      if (*p == '(')
        {
          char *comment = read_comment (p, &length);

          add (tokens, BUOY_TOKEN_COMMENT, comment, spaced, (gsize) (p - value) + length);
          spaced = TRUE;
          p += length;
          continue;
        }
      if (strchr (marks, *p) != NULL)
        add (tokens, BUOY_TOKEN_MARK, g_strndup (p, 1), spaced, (gsize) (p - value) + 1);
      else
        {
          char *word = read_word (p, marks, &length);

          add (tokens, BUOY_TOKEN_WORD, word, spaced, (gsize) (p - value) + length);
        }
      spaced = FALSE;
      p += length;
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
  return token != NULL && token->kind == BUOY_TOKEN_WORD
         && g_ascii_strcasecmp (token->text, lower_case) == 0;
}
