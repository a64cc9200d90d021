/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/css/buoy-css-font.h"

#include <string.h>

#include "message/css/buoy-css-tokens.h"

#define LONGEST_START 5 /* "data:" */

static gboolean
starts_carried (const char *url)
{
  static const char *const starts[] = { "data:", "cid:", "mid:", "#", NULL };

  for (guint i = 0; starts[i] != NULL; i++)
    if (g_ascii_strncasecmp (url, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the URL at @p in a function, quoted or not, is one of the message's own content. Control characters and
 * blanks in it are dropped (URL Standard §4.4).
 */
static gboolean
is_carried (const char *p)
{
  g_autoptr (GString) start = g_string_new (NULL);

  p = buoy_css_skip_blanks (p);
  if (buoy_css_is_quote (*p))
    p++;
  while (*p != '\0' && *p != ')' && start->len < LONGEST_START)
    {
      if (*p == '\\')
        p = buoy_css_append_escape (start, p);
      else
        g_string_append_c (start, *p++);
      if (start->len > 0 && (guchar) start->str[start->len - 1] <= ' ')
        g_string_truncate (start, start->len - 1);
    }
  return starts_carried (start->str);
}

gboolean
buoy_css_font_is_carried (const char *property, const char *value, const char *end)
{
  if (!g_str_equal (property, "src"))
    return FALSE;
  for (const char *p = value; p < end; p = buoy_css_skip (p))
    {
      const char *bracket = buoy_css_skip_name (p);

      if (bracket > p && *bracket == '(' && is_carried (bracket + 1))
        return TRUE;
    }
  return FALSE;
}
