/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/reader/buoy-boundary-values.h"

#include <string.h>

#include "message/header/buoy-encoded-words.h"

#define NAME "boundary"
#define SPECIALS "()<>@,;:\\\"/[]?=" /* end a token (RFC 2045 §5.1) */
#define BLANKS " \t\r\n"
#define MAX_VALUE_BYTES 1000 /* a boundary has 70 at most (RFC 2046 §5.1.1) */

static void
add_value (GPtrArray *values, char *value)
{
  g_strchomp (value);
  if (*value == '\0' || values->len >= BUOY_MAX_BOUNDARY_VALUES
      || g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    g_free (value);
  else
    g_ptr_array_add (values, value);
}

/* The quoted string at @p, without its backslashes unless @raw. It ends with the field if its closing quote is missing.
 */
static char *
unquote (const char *p, gboolean raw)
{
  GString *out = g_string_new (NULL);

  for (p++; *p != '\0' && *p != '"' && out->len < MAX_VALUE_BYTES; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        {
          if (raw)
            g_string_append_c (out, *p);
          p++;
        }
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static char *
cut_at (const char *p, const char *ends)
{
  return g_strndup (p, MIN (strcspn (p, ends), MAX_VALUE_BYTES));
}

/* Adds the decoded form of "utf-8''%62" (RFC 2231 §4). */
static void
add_decoded (GPtrArray *values, const char *value)
{
  const char *quote = strchr (value, '\'');
  const char *text = quote != NULL ? strchr (quote + 1, '\'') : NULL;
  char *decoded = g_uri_unescape_string (text != NULL ? text + 1 : value, NULL);

  if (decoded != NULL)
    add_value (values, decoded);
}

static void
add_with_decoded (GPtrArray *values, char *value, BuoyBudget *budget)
{
  const gboolean has_words = strstr (value, "=?") != NULL;
  const gboolean has_escapes = strchr (value, '%') != NULL;
  g_autofree char *written = g_strdup (value);

  add_value (values, value);
  if (has_words)
    add_value (values, buoy_encoded_words_decode (written, budget));
  if (has_escapes)
    add_decoded (values, written);
  if (*written == '\'' && strlen (written) > 2 && g_str_has_suffix (written, "'"))
    add_value (values, g_strndup (written + 1, strlen (written) - 2));
}

/* Skips blanks and comments. */
static const char *
skip_blanks (const char *p)
{
  p += strspn (p, BLANKS);
  while (*p == '(')
    {
      p += strcspn (p, ")");
      p += *p == ')' ? 1 : 0;
      p += strspn (p, BLANKS);
    }
  return p;
}

static void
add_values_at (GPtrArray *values, const char *p, BuoyBudget *budget)
{
  const char *start = skip_blanks (p);

  if (*start == '"')
    {
      add_with_decoded (values, unquote (start, FALSE), budget);
      add_with_decoded (values, unquote (start, TRUE), budget);
      return;
    }
  add_with_decoded (values, cut_at (start, ";\r\n"), budget);
  add_with_decoded (values, cut_at (start, ";" BLANKS), budget);
  add_value (values, cut_at (start, SPECIALS BLANKS));
}

/* The value of the parameter at @p if its name is "boundary", "boundary*" or "boundary*0*"; otherwise NULL. */
static const char *
find_value (const char *p)
{
  if (g_ascii_strncasecmp (p, NAME, strlen (NAME)) != 0)
    return NULL;
  p += strlen (NAME);
  while (*p == '*' || g_ascii_isdigit (*p))
    p++;
  p = skip_blanks (p);
  return *p == '=' ? p + 1 : NULL;
}

void
buoy_boundary_add_values (GPtrArray *values, const char *content_type, BuoyBudget *budget)
{
  if (!buoy_budget_spend (budget, strlen (content_type)))
    return;
  for (const char *p = content_type; *p != '\0' && values->len < BUOY_MAX_BOUNDARY_VALUES; p++)
    {
      const char *value = p > content_type && strchr (";" BLANKS, p[-1]) != NULL ? find_value (p) : NULL;

      if (value != NULL)
        add_values_at (values, value, budget);
    }
}
