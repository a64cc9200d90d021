/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parses Authentication-Results (RFC 8601 §2.2) and nonstandard forms: Outlook.com omits the authserv-id, Yahoo writes
 * "from=" before a method, others a ";" before a property.
 */
#include "config.h"

#include "message/header/buoy-auth-results.h"

#include "base/text/buoy-text.h"
#include "message/header/buoy-tokens.h"

#include <string.h>

#define MAX_COMMENT_BYTES 4096 /* of one method's comments in total; a policy and a sender take a hundred */

/* Older names of properties, and their names in RFC 8601. */
static const struct
{
  const char *old, *name;
} property_names[] = {
  { "mail", "mailfrom" },
  { "mfrom", "mailfrom" },
  { "envelope-from", "mailfrom" },
  { "ehlo", "helo" },
};

static void
property_free (gpointer data)
{
  BuoyAuthProperty *property = data;

  g_free (property->ptype);
  g_free (property->property);
  g_free (property->value);
  g_free (property);
}

static void
method_free (gpointer data)
{
  buoy_auth_method_free (data);
}

void
buoy_auth_method_free (BuoyAuthMethod *method)
{
  if (method == NULL)
    return;
  g_free (method->method);
  g_free (method->result);
  g_free (method->reason);
  g_free (method->comment);
  g_ptr_array_unref (method->properties);
  g_free (method);
}

void
buoy_auth_results_free (BuoyAuthResults *results)
{
  if (results == NULL)
    return;
  g_free (results->authserv_id);
  g_ptr_array_unref (results->methods);
  g_free (results);
}

static BuoyAuthMethod *
method_new (const char *name, const char *result)
{
  BuoyAuthMethod *method = g_new0 (BuoyAuthMethod, 1);

  method->method = g_ascii_strdown (name, (gssize) strcspn (name, "/"));
  method->result = g_ascii_strdown (result, -1);
  method->properties = g_ptr_array_new_with_free_func (property_free);
  return method;
}

static void
add_property (BuoyAuthMethod *method, const char *key, const char *value)
{
  BuoyAuthProperty *property = g_new0 (BuoyAuthProperty, 1);
  const char *dot = strchr (key, '.');

  property->ptype = dot != NULL ? g_ascii_strdown (key, dot - key) : g_strdup ("");
  property->property = g_ascii_strdown (dot != NULL ? dot + 1 : key, -1);
  property->value = g_strdup (value);
  g_ptr_array_add (method->properties, property);

  for (gsize i = 0; i < G_N_ELEMENTS (property_names); i++)
    if (g_str_equal (property->ptype, "smtp") && g_str_equal (property->property, property_names[i].old))
      {
        g_free (property->property);
        property->property = g_strdup (property_names[i].name);
        break;
      }
}

static void
add_comment (BuoyAuthMethod *method, const char *comment)
{
  g_autofree char *before = NULL;

  if (method->comment != NULL && strlen (method->comment) > MAX_COMMENT_BYTES)
    return;
  before = method->comment;
  method->comment = before != NULL ? g_strconcat (before, " ", comment, NULL) : g_strdup (comment);
}

typedef struct
{
  const GPtrArray *tokens;
  guint next;
  char *pending_from; /* Yahoo's "from=" before a method */
  BuoyAuthMethod *method;
} Reader;

/* Reads a value, which may contain "=": "b=abc=", "mailfrom=bounce+user=example.org@example.com". */
static char *
read_value (Reader *reader)
{
  GString *value = g_string_new (NULL);
  const BuoyToken *token = buoy_tokens_get (reader->tokens, reader->next);

  while (token != NULL && token->kind != BUOY_TOKEN_COMMENT && !buoy_token_is_mark (token, ';'))
    {
      g_string_append (value, token->text);
      token = buoy_tokens_get (reader->tokens, ++reader->next);
      if (token == NULL || token->spaced)
        break;
    }
  return g_string_free (value, FALSE);
}

static void
take_pair (Reader *reader, const char *key, const char *value, GPtrArray *methods)
{
  if (g_ascii_strcasecmp (key, "from") == 0)
    {
      g_free (reader->pending_from);
      reader->pending_from = g_strdup (value);
      return;
    }
  if (reader->method != NULL && g_ascii_strcasecmp (key, "reason") == 0)
    {
      g_free (reader->method->reason);
      reader->method->reason = g_strdup (value);
      return;
    }
  if (reader->method != NULL && (strchr (key, '.') != NULL || g_ascii_strcasecmp (key, "action") == 0))
    {
      add_property (reader->method, key, value);
      return;
    }

  reader->method = method_new (key, value);
  g_ptr_array_add (methods, reader->method);
  if (reader->pending_from != NULL)
    add_property (reader->method, "header.from", reader->pending_from);
  g_clear_pointer (&reader->pending_from, g_free);
}

static guint
skip_comments (const Reader *reader, guint index)
{
  const BuoyToken *token = buoy_tokens_get (reader->tokens, index);

  while (token != NULL && token->kind == BUOY_TOKEN_COMMENT)
    token = buoy_tokens_get (reader->tokens, ++index);
  return index;
}

/* The key at the current position, advancing past its "="; NULL if there is none. Comments and white space may separate
 * its parts (RFC 8601 §2.2): "dkim (a) / 1 (b) =".
 */
static char *
read_key (Reader *reader)
{
  g_autoptr (GString) key = g_string_new (buoy_tokens_get (reader->tokens, reader->next)->text);
  guint next = skip_comments (reader, reader->next + 1);
  const BuoyToken *token = buoy_tokens_get (reader->tokens, next);

  /* a method has one version, a property one type */
  if (buoy_token_is_word (token, ".") || buoy_token_is_word (token, "/"))
    {
      const guint rest = skip_comments (reader, next + 1);
      const BuoyToken *part = buoy_tokens_get (reader->tokens, rest);

      if (part == NULL || part->kind != BUOY_TOKEN_WORD)
        return NULL;
      g_string_append_printf (key, "%s%s", token->text, part->text);
      next = skip_comments (reader, rest + 1);
      token = buoy_tokens_get (reader->tokens, next);
    }
  if (!buoy_token_is_mark (token, '='))
    return NULL;
  reader->next = skip_comments (reader, next + 1);
  return g_strdup (key->str);
}

static void
read_methods (Reader *reader, GPtrArray *methods)
{
  const BuoyToken *token;

  while ((token = buoy_tokens_get (reader->tokens, reader->next)) != NULL)
    {
      g_autofree char *key = token->kind == BUOY_TOKEN_WORD ? read_key (reader) : NULL;

      if (key != NULL)
        {
          g_autofree char *value = read_value (reader);

          take_pair (reader, key, value, methods);
          continue;
        }
      if (token->kind == BUOY_TOKEN_COMMENT && reader->method != NULL)
        add_comment (reader->method, token->text);
      reader->next++;
    }
}

/* The authserv-id and its version; NULL if there is none. */
static char *
read_authserv_id (Reader *reader)
{
  const BuoyToken *token = buoy_tokens_get (reader->tokens, reader->next);

  while (token != NULL && token->kind == BUOY_TOKEN_COMMENT)
    token = buoy_tokens_get (reader->tokens, ++reader->next);
  if (token == NULL || token->kind != BUOY_TOKEN_WORD)
    return NULL;
  if (buoy_token_is_mark (buoy_tokens_get (reader->tokens, reader->next + 1), '='))
    return NULL;
  reader->next++;
  return g_ascii_strdown (token->text, -1);
}

static const char *
from_of (const BuoyAuthMethod *method)
{
  const char *from = buoy_auth_method_get (method, "header", "from");

  return from != NULL ? from : "";
}

static gboolean
is_dmarc (const BuoyAuthMethod *method, gboolean passed)
{
  return g_str_equal (method->method, "dmarc") && g_str_equal (method->result, "pass") == passed;
}

/* The result other than "pass" for the same From domain, or for one that is not named. (nullable) */
static const char *
find_contrary (GHashTable *others, const BuoyAuthMethod *pass)
{
  const char *contrary = g_hash_table_lookup (others, from_of (pass));

  return contrary != NULL ? contrary : g_hash_table_lookup (others, "");
}

/* A server reports DMARC once for a From domain. If it seems to say two things, the sender got one of them in by a text
 * that the server quotes, and it is not the one against him.
 */
static void
settle_contradictions (const GPtrArray *methods)
{
  g_autoptr (GHashTable) others = g_hash_table_new (buoy_text_hash, g_str_equal);

  /* Bounded: BUOY_MAX_TOKENS */
  for (guint i = 0; i < methods->len; i++)
    {
      BuoyAuthMethod *method = g_ptr_array_index (methods, i);

      if (is_dmarc (method, FALSE))
        g_hash_table_insert (others, (gpointer) from_of (method), method->result);
    }
  for (guint i = 0; i < methods->len; i++)
    {
      BuoyAuthMethod *method = g_ptr_array_index (methods, i);
      const char *contrary = is_dmarc (method, TRUE) ? find_contrary (others, method) : NULL;

      if (contrary == NULL)
        continue;
      g_free (method->result);
      method->result = g_strdup (contrary);
    }
}

BuoyAuthResults *
buoy_auth_results_parse (const char *value)
{
  g_autofree char *valid = buoy_text_make_valid (value, -1);
  g_autoptr (GPtrArray) tokens = buoy_tokens_new (valid, ";=");
  Reader reader = { .tokens = tokens };
  BuoyAuthResults *results;

  if (tokens->len == 0)
    return NULL;

  results = g_new0 (BuoyAuthResults, 1);
  results->methods = g_ptr_array_new_with_free_func (method_free);
  results->authserv_id = read_authserv_id (&reader);
  read_methods (&reader, results->methods);
  g_free (reader.pending_from);
  settle_contradictions (results->methods);

  if (results->authserv_id == NULL && results->methods->len == 0)
    g_clear_pointer (&results, buoy_auth_results_free);
  return results;
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

/* The sender in a common comment: "domain of user@example.com designates …". (transfer full) (nullable) */
static char *
sender_in_comment (const char *comment)
{
  const char *found = comment != NULL ? strstr (comment, "domain of ") : NULL;

  if (found == NULL)
    return NULL;
  found += strlen ("domain of ");
  if (g_str_has_prefix (found, "transitioning "))
    found += strlen ("transitioning ");
  return g_strndup (found, strcspn (found, " )"));
}

static void
take_spf_pair (BuoyAuthMethod *method, const char *key, const char *value)
{
  static const struct
  {
    const char *key, *property;
  } known[] = { { "envelope-from", "smtp.mailfrom" }, { "helo", "smtp.helo" } };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (key, known[i].key) == 0)
      {
        add_property (method, known[i].property, value);
        return;
      }
  add_property (method, key, value);
}

static gboolean
is_spf_result (const char *word)
{
  static const char *const words[]
      = { "pass", "fail", "softfail", "neutral", "none", "temperror", "permerror", "hardfail", "error", "unknown" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

BuoyAuthMethod *
buoy_received_spf_parse (const char *value)
{
  g_autofree char *valid = buoy_text_make_valid (value, -1);
  g_autoptr (GPtrArray) tokens = buoy_tokens_new (valid, ";=");
  const BuoyToken *token = buoy_tokens_get (tokens, 0);
  g_autofree char *sender = NULL;
  Reader reader = { .tokens = tokens, .next = 1 };

  if (token == NULL || token->kind != BUOY_TOKEN_WORD || !is_spf_result (token->text))
    return NULL;

  reader.method = method_new ("spf", token->text);
  while ((token = buoy_tokens_get (tokens, reader.next)) != NULL)
    {
      reader.next++;
      if (token->kind == BUOY_TOKEN_COMMENT)
        add_comment (reader.method, token->text);
      else if (token->kind == BUOY_TOKEN_WORD && buoy_token_is_mark (buoy_tokens_get (tokens, reader.next), '='))
        {
          g_autofree char *text = NULL;

          reader.next++;
          text = read_value (&reader);
          take_spf_pair (reader.method, token->text, text);
        }
    }
  sender = sender_in_comment (reader.method->comment);
  if (sender != NULL && buoy_auth_method_get (reader.method, "smtp", "mailfrom") == NULL)
    add_property (reader.method, "smtp.mailfrom", sender);
  return reader.method;
}
