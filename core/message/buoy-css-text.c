/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * CSS as text: without comments and escapes, and cut at marks that stand outside of brackets and strings.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-css-private.h"

/* "\64 isplay": hexadecimal digits and the space that may end them, or the character itself. Returns its end. */
static const char *
append_escape (GString *out, const char *p)
{
  guint32 code = 0;
  guint n = 0;

  for (; n < 6 && g_ascii_isxdigit (p[n]); n++)
    code = code * 16 + (guint32) g_ascii_xdigit_value (p[n]);
  if (n == 0)
    return p;
  if (code > 0x20 && code < 0x7f)
    g_string_append_c (out, g_ascii_tolower ((char) code));
  else if (code > 0x7f && g_unichar_validate (code))
    g_string_append_unichar (out, code);
  return p + n + (g_ascii_isspace (p[n]) ? 1 : 0);
}

char *
buoy_css_normalize (const char *css)
{
  GString *out = g_string_sized_new (strlen (css));

  for (const char *p = css; *p != '\0';)
    {
      if (p[0] == '/' && p[1] == '*')
        {
          const char *end = strstr (p + 2, "*/");

          if (end == NULL)
            break;
          p = end + 2;
        }
      else if (*p == '\\')
        p = append_escape (out, p + 1);
      else if (!g_ascii_isspace (*p))
        g_string_append_c (out, g_ascii_tolower (*p++));
      else
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          p++;
        }
    }
  return g_string_free (out, FALSE);
}

const char *
buoy_css_find (const char *text, const char *marks)
{
  char quote = '\0';
  guint depth = 0;
  const char *p = text;

  for (; *p != '\0'; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (depth == 0 && strchr (marks, *p) != NULL)
        return p;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (*p == '(' || *p == '[')
        depth++;
      else if ((*p == ')' || *p == ']') && depth > 0)
        depth--;
    }
  return p;
}
