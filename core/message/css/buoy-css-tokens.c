/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/css/buoy-css-tokens.h"

#include <string.h>

#define MAX_ESCAPE_DIGITS 6 /* CSS Syntax 3 §4.3.7 */
#define BLANKS " \t\r\n\f"
#define LINE_ENDS "\r\n\f"

static gboolean
is_blank (char c)
{
  return c != '\0' && strchr (BLANKS, c) != NULL;
}

gboolean
buoy_css_is_quote (char c)
{
  return c == '"' || c == '\'';
}

static gboolean
is_escape (const char *p)
{
  return p[0] == '\\' && p[1] != '\0' && strchr (LINE_ENDS, p[1]) == NULL;
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || (guchar) c >= 0x80;
}

static const char *
skip_escape (const char *p)
{
  guint n = 0;

  for (p++; n < MAX_ESCAPE_DIGITS && g_ascii_isxdigit (*p); n++)
    p++;
  if (n > 0)
    return is_blank (*p) ? p + 1 : p;
  return *p != '\0' ? p + 1 : p;
}

const char *
buoy_css_append_escape (GString *out, const char *p)
{
  guint32 code = 0;
  guint n = 0;

  for (; n < MAX_ESCAPE_DIGITS && g_ascii_isxdigit (p[n + 1]); n++)
    code = code * 16 + (guint32) g_ascii_xdigit_value (p[n + 1]);
  if (n > 0)
    g_string_append_unichar (out, code != 0 && g_unichar_validate (code) ? code : 0xfffd);
  else if (p[1] != '\0')
    g_string_append_c (out, p[1]);
  return skip_escape (p);
}

const char *
buoy_css_skip_name (const char *p)
{
  while (is_name_char (*p) || is_escape (p))
    p = *p == '\\' ? skip_escape (p) : p + 1;
  return p;
}

/* An unescaped newline ends a string too (§4.3.5). */
static const char *
skip_string (const char *p)
{
  const char quote = *p++;

  for (; *p != '\0' && *p != quote && strchr (LINE_ENDS, *p) == NULL; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
  return *p == quote ? p + 1 : p;
}

/* A URL ends at its bracket, whether it is valid or not (§4.3.6, §4.3.14). */
static const char *
skip_url (const char *p)
{
  while (*p != '\0' && *p != ')')
    p = is_escape (p) ? skip_escape (p) : p + 1;
  return *p == ')' ? p + 1 : p;
}

static const char *
skip_comment (const char *p)
{
  const char *end = strstr (p + 2, "*/");

  return end != NULL ? end + 2 : p + strlen (p);
}

/* Whether the text from @name to @bracket is "url(", without a quote after it. */
static gboolean
is_url (const char *name, const char *bracket)
{
  g_autoptr (GString) word = g_string_new (NULL);

  if (*bracket != '(' || bracket - name > 3 * (MAX_ESCAPE_DIGITS + 2))
    return FALSE;
  while (name < bracket)
    if (*name == '\\')
      name = buoy_css_append_escape (word, name);
    else
      g_string_append_c (word, *name++);
  bracket += 1 + strspn (bracket + 1, BLANKS);
  return g_ascii_strcasecmp (word->str, "url") == 0 && !buoy_css_is_quote (*bracket);
}

/* Skips one token; a bracket is one by itself. */
static const char *
skip_token (const char *p)
{
  const char *end = buoy_css_skip_name (p);

  if (end > p)
    return is_url (p, end) ? skip_url (end + 1) : end;
  if (p[0] == '/' && p[1] == '*')
    return skip_comment (p);
  return buoy_css_is_quote (*p) ? skip_string (p) : p + 1;
}

const char *
buoy_css_skip (const char *p)
{
  g_autoptr (GString) closers = NULL;

  do
    {
      const char *end = skip_token (p);

      if (*p == '(' || *p == '[' || (closers != NULL && *p == '{'))
        {
          if (closers == NULL)
            closers = g_string_new (NULL);
          g_string_append_c (closers, *p == '(' ? ')' : *p == '[' ? ']' : '}');
        }
      else if (closers != NULL && *p == closers->str[closers->len - 1])
        g_string_truncate (closers, closers->len - 1);
      p = end;
    }
  while (closers != NULL && closers->len > 0 && *p != '\0');
  return p;
}

const char *
buoy_css_skip_blanks (const char *p)
{
  while (is_blank (*p) || (p[0] == '/' && p[1] == '*'))
    p = *p == '/' ? skip_comment (p) : p + 1;
  return p;
}

/* Appends a name or a number. An escaped punctuation character becomes "?": it is part of the name. */
static void
append_name (GString *out, const char *p, const char *end)
{
  while (p < end)
    if (!is_escape (p))
      g_string_append_c (out, g_ascii_tolower (*p++));
    else
      {
        const gsize before = out->len;

        p = buoy_css_append_escape (out, p);
        out->str[before] = g_ascii_tolower (out->str[before]);
        if (!is_name_char (out->str[before]))
          out->str[before] = '?';
      }
}

char *
buoy_css_normalize (const char *start, const char *end)
{
  GString *out = g_string_sized_new ((gsize) (end - start));

  for (const char *p = buoy_css_skip_blanks (start); p < end;)
    {
      const char *next = skip_token (p);

      if (is_blank (*p) || (p[0] == '/' && p[1] == '*'))
        {
          next = buoy_css_skip_blanks (p);
          if (next < end)
            g_string_append_c (out, ' ');
        }
      else if (buoy_css_is_quote (*p))
        g_string_append (out, "\"\"");
      else if (next > p && next[-1] == ')' && *p != ')')
        g_string_append (out, "url()");
      else
        append_name (out, p, next);
      p = next;
    }
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}

char *
buoy_css_split (const char *start, const char *end, const char **out_value)
{
  const char *name = buoy_css_skip_blanks (start);
  const char *name_end = buoy_css_skip_name (name);
  const char *colon = buoy_css_skip_blanks (name_end);

  if (colon >= end || *colon != ':' || name_end == name)
    return NULL;
  *out_value = colon + 1;
  return buoy_css_normalize (name, name_end);
}
