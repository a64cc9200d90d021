/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Custom properties (CSS Variables 1 §2-3), as far as a colour or a word goes. Which elements they are set for is not
 * asked: a page that hides a text by one sets it once.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-css-private.h"
#include "message/buoy-css-variables.h"

#define MAX_VARIABLES 500 /* of one page; frameworks set two hundred */
#define MAX_VALUE_BYTES 100
#define MAX_ROUNDS 3 /* a value that asks for a value */
#define MAX_RESOLVED_BYTES 4000 /* of the declarations of one rule */
#define CALL "var("

GHashTable *
buoy_css_variables_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gsize
name_length (const char *name)
{
  gsize length = 2; /* "--" */

  while (g_ascii_isalnum (name[length]) || name[length] == '-' || name[length] == '_'
         || (guchar) name[length] >= 0x80)
    length++;
  return length;
}

void
buoy_css_variables_add (GHashTable *variables, const char *css)
{
  for (const char *p = css; (p = strstr (p, "--")) != NULL;)
    {
      const gsize length = name_length (p);
      const char *colon = p + length + strspn (p + length, " ");
      const gsize n = *colon == ':' ? strcspn (colon + 1, ";}") : 0;

      if (n > 0 && n <= MAX_VALUE_BYTES && g_hash_table_size (variables) < MAX_VARIABLES)
        g_hash_table_insert (variables, g_strndup (p, length),
                             g_strstrip (g_strndup (colon + 1, n)));
      p += length;
    }
}

/* The value of "var(--name, fallback)" from its bracket to its end; (transfer full), NULL where it has none. */
static char *
value_of (GHashTable *variables, const char *start, const char *end)
{
  g_autofree char *name = g_strndup (start, name_length (start));
  const char *value = g_hash_table_lookup (variables, name);
  const char *comma = start + strlen (name) + strspn (start + strlen (name), " ");

  if (value != NULL)
    return g_strdup (value);
  return *comma == ',' ? g_strndup (comma + 1, (gsize) (end - comma - 1)) : NULL;
}

static char *
resolve_once (GHashTable *variables, const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *call; (call = strstr (text, CALL)) != NULL && out->len < MAX_RESOLVED_BYTES;)
    {
      const char *start = call + strlen (CALL);
      const char *end = buoy_css_find (start, ")");
      g_autofree char *value = NULL;

      start += strspn (start, " ");
      value = g_str_has_prefix (start, "--") ? value_of (variables, start, end) : NULL;
      g_string_append_len (out, text, call - text);
      g_string_append (out, value != NULL ? value : "");
      text = *end != '\0' ? end + 1 : end;
    }
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}

char *
buoy_css_variables_resolve (GHashTable *variables, const char *declarations)
{
  char *text = NULL;

  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      const char *before = text != NULL ? text : declarations;
      char *after;

      if (strstr (before, CALL) == NULL || strlen (before) > MAX_RESOLVED_BYTES)
        break;
      after = resolve_once (variables, before);
      g_free (text);
      text = after;
    }
  return text;
}
