/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Authentication-Results (RFC 8601 §2.2). One tokenizer for it and for Received-SPF (RFC 7208 §9.1): words, "=" and
 * ";" with quoted strings opened and comments kept aside.
 */
#include "config.h"

#include "message/buoy-auth-results.h"

#include <string.h>

#define MAX_TOKENS 2000 /* of one header; providers write some fifty */

typedef struct
{
  char kind; /* 'w' word, '=' and ';' themselves, 'c' comment */
  char *text;
} Token;

static void
token_free (gpointer data)
{
  Token *token = data;

  g_free (token->text);
  g_free (token);
}

static void
add_token (GPtrArray *tokens, char kind, char *text)
{
  Token *token;

  if (tokens->len >= MAX_TOKENS)
    {
      g_free (text);
      return;
    }
  token = g_new0 (Token, 1);
  token->kind = kind;
  token->text = text;
  g_ptr_array_add (tokens, token);
}

static const char *
take_comment (GPtrArray *tokens, const char *p)
{
  const char *start = p + 1;
  guint depth = 0;

  for (; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '(')
        depth++;
      else if (*p == ')' && --depth == 0)
        break;
    }
  add_token (tokens, 'c', g_strndup (start, (gsize) (p - start)));
  return *p != '\0' ? p + 1 : p;
}

static const char *
take_quoted (GPtrArray *tokens, const char *p)
{
  GString *text = g_string_new (NULL);

  for (p++; *p != '\0' && *p != '"'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (text, *p);
    }
  add_token (tokens, 'w', g_string_free (text, FALSE));
  return *p != '\0' ? p + 1 : p;
}

static GPtrArray *
tokenize (const char *value)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (token_free);

  for (const char *p = value; *p != '\0';)
    {
      if (g_ascii_isspace (*p))
        p++;
      else if (*p == '(')
        p = take_comment (tokens, p);
      else if (*p == '"')
        p = take_quoted (tokens, p);
      else if (*p == ';' || *p == '=')
        add_token (tokens, *p, NULL), p++;
      else
        {
          const gsize length = strcspn (p, " \t\r\n;=(\"");

          add_token (tokens, 'w', g_strndup (p, length));
          p += length;
        }
    }
  return tokens;
}

static char
kind_at (const GPtrArray *tokens, guint index)
{
  return index < tokens->len ? ((Token *) g_ptr_array_index (tokens, index))->kind : '\0';
}

static const char *
text_at (const GPtrArray *tokens, guint index)
{
  return ((Token *) g_ptr_array_index (tokens, index))->text;
}

static void
property_free (gpointer data)
{
  BuoyAuthProperty *property = data;

  g_free (property->ptype);
  g_free (property->property);
  g_free (property->value);
  g_free (property);
}

static BuoyAuthMethod *
method_new (const char *name, const char *result)
{
  BuoyAuthMethod *method = g_new0 (BuoyAuthMethod, 1);
  g_autofree char *bare = g_strndup (name, strcspn (name, "/"));

  method->method = g_ascii_strdown (bare, -1);
  method->result = g_ascii_strdown (result, -1);
  method->properties = g_ptr_array_new_with_free_func (property_free);
  return method;
}

void
buoy_auth_method_free (BuoyAuthMethod *method)
{
  g_free (method->method);
  g_free (method->result);
  g_free (method->reason);
  g_free (method->comment);
  g_ptr_array_unref (method->properties);
  g_free (method);
}

static void
add_property (BuoyAuthMethod *method, const char *key, const char *value)
{
  const char *dot = strchr (key, '.');
  BuoyAuthProperty *property;

  if (g_ascii_strcasecmp (key, "reason") == 0)
    {
      g_free (method->reason);
      method->reason = g_strdup (value);
      return;
    }
  property = g_new0 (BuoyAuthProperty, 1);
  property->ptype = dot != NULL ? g_ascii_strdown (key, dot - key) : g_strdup ("");
  property->property = g_ascii_strdown (dot != NULL ? dot + 1 : key, -1);
  property->value = g_strdup (value);
  g_ptr_array_add (method->properties, property);
}

static void
add_comment (BuoyAuthMethod *method, const char *text)
{
  char *joined = method->comment != NULL ? g_strconcat (method->comment, " ", text, NULL) : g_strdup (text);

  g_free (method->comment);
  method->comment = joined;
}

/* Reads "key = value" from @index on; FALSE where there is none. Values of "a=b=c" keep their signs. */
static gboolean
take_pair (const GPtrArray *tokens, guint *index, const char **out_key, char **out_value)
{
  GString *value;

  if (kind_at (tokens, *index) != 'w' || kind_at (tokens, *index + 1) != '=')
    return FALSE;
  *out_key = text_at (tokens, *index);
  *index += 2;
  value = g_string_new (NULL);
  if (kind_at (tokens, *index) == 'w')
    g_string_append (value, text_at (tokens, (*index)++));
  /* base64 ends in "=" */
  while (kind_at (tokens, *index) == '=')
    {
      g_string_append_c (value, '=');
      (*index)++;
      if (kind_at (tokens, *index) == 'w' && kind_at (tokens, *index + 1) != '=')
        g_string_append (value, text_at (tokens, (*index)++));
    }
  *out_value = g_string_free (value, FALSE);
  return TRUE;
}

/* One "method=result …" up to the next ";". */
static BuoyAuthMethod *
take_method (const GPtrArray *tokens, guint *index)
{
  BuoyAuthMethod *method = NULL;

  while (*index < tokens->len && kind_at (tokens, *index) != ';')
    {
      const char *key = NULL;
      g_autofree char *value = NULL;

      if (take_pair (tokens, index, &key, &value))
        {
          if (method == NULL)
            method = method_new (key, value);
          else
            add_property (method, key, value);
          continue;
        }
      if (kind_at (tokens, *index) == 'c' && method != NULL)
        add_comment (method, text_at (tokens, *index));
      (*index)++;
    }
  (*index)++;
  return method;
}

/* The authserv-id, and a version behind it; Outlook.com writes none and begins with a result. */
static char *
take_authserv_id (const GPtrArray *tokens, guint *index)
{
  while (kind_at (tokens, *index) == 'c')
    (*index)++;
  if (kind_at (tokens, *index) != 'w' || kind_at (tokens, *index + 1) == '=')
    return NULL;
  return g_ascii_strdown (text_at (tokens, (*index)++), -1);
}

/* What stands behind the authserv-id before the first ";" is a version, or Yahoo's "from=domain". */
static void
skip_to_results (const GPtrArray *tokens, guint *index)
{
  while (*index < tokens->len && kind_at (tokens, *index) != ';')
    (*index)++;
  (*index)++;
}

BuoyAuthResults *
buoy_auth_results_parse (const char *value)
{
  g_autoptr (GPtrArray) tokens = tokenize (value);
  g_autoptr (BuoyAuthResults) results = g_new0 (BuoyAuthResults, 1);
  guint index = 0;

  results->methods = g_ptr_array_new_with_free_func ((GDestroyNotify) buoy_auth_method_free);
  results->authserv_id = take_authserv_id (tokens, &index);
  if (results->authserv_id != NULL)
    skip_to_results (tokens, &index);
  while (index < tokens->len)
    {
      BuoyAuthMethod *method = take_method (tokens, &index);

      if (method != NULL)
        g_ptr_array_add (results->methods, method);
    }
  if (results->authserv_id == NULL && results->methods->len == 0)
    return NULL;
  return g_steal_pointer (&results);
}

void
buoy_auth_results_free (BuoyAuthResults *results)
{
  g_free (results->authserv_id);
  g_ptr_array_unref (results->methods);
  g_free (results);
}

const char *
buoy_auth_method_get (const BuoyAuthMethod *method, const char *ptype, const char *property)
{
  for (guint i = 0; i < method->properties->len; i++)
    {
      const BuoyAuthProperty *candidate = g_ptr_array_index (method->properties, i);

      if (g_str_equal (candidate->ptype, ptype) && g_str_equal (candidate->property, property))
        return candidate->value;
    }
  return NULL;
}

/* "Pass (comment) client-ip=…; envelope-from=…; helo=…" with the keys that Authentication-Results has for them. */
static void
add_spf_key (BuoyAuthMethod *method, const char *key, const char *value)
{
  if (g_ascii_strcasecmp (key, "envelope-from") == 0)
    add_property (method, "smtp.mailfrom", value);
  else if (g_ascii_strcasecmp (key, "helo") == 0)
    add_property (method, "smtp.helo", value);
  else
    add_property (method, key, value);
}

BuoyAuthMethod *
buoy_received_spf_parse (const char *value)
{
  g_autoptr (GPtrArray) tokens = tokenize (value);
  BuoyAuthMethod *method;
  guint index = 1;

  if (kind_at (tokens, 0) != 'w' || kind_at (tokens, 1) == '=')
    return NULL;
  method = method_new ("spf", text_at (tokens, 0));
  while (index < tokens->len)
    {
      const char *key = NULL;
      g_autofree char *text = NULL;

      if (take_pair (tokens, &index, &key, &text))
        add_spf_key (method, key, text);
      else
        {
          if (kind_at (tokens, index) == 'c')
            add_comment (method, text_at (tokens, index));
          index++;
        }
    }
  return method;
}
