/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/css/buoy-css-content.h"

#include <gumbo.h>
#include <string.h>

#include "base/text/buoy-text.h"
#include "message/css/buoy-css-tokens.h"
#include "message/dom/buoy-html-tags.h"

#define MAX_VALUE_BYTES 1000 /* icons and arrows have three */
#define ATTRIBUTE "attr"

char *
buoy_css_content_find (const char *property, const char *value, const char *end)
{
  if (!g_str_equal (property, "content") || end - value >= MAX_VALUE_BYTES)
    return NULL;
  return g_strndup (value, (gsize) (end - value));
}

void
buoy_css_append_string (GString *out, const char *p, const char *end)
{
  const char quote = *p++;

  while (p < end && *p != quote)
    if (*p == '\\')
      p = buoy_css_append_escape (out, p);
    else
      g_string_append_c (out, *p++);
}

/* Appends the attribute named in "(data-x)". */
static void
append_attribute (GString *out, const char *bracket, const char *end, const GumboNode *element)
{
  g_autofree char *name = buoy_css_normalize (bracket + 1, end);
  const char *value;

  name[strcspn (name, " ,)")] = '\0';
  value = buoy_html_attribute (element, name);
  if (value != NULL)
    g_string_append (out, value);
}

char *
buoy_css_content_text (const char *value, const GumboNode *element)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = value; *p != '\0' && out->len < MAX_VALUE_BYTES;)
    {
      const char *next = buoy_css_skip (p);

      if (buoy_css_is_quote (*p))
        buoy_css_append_string (out, p, next);
      else if (*next == '(' && next - p == strlen (ATTRIBUTE)
               && g_ascii_strncasecmp (p, ATTRIBUTE, strlen (ATTRIBUTE)) == 0)
        {
          const char *bracket = next;

          next = buoy_css_skip (bracket);
          append_attribute (out, bracket, next, element);
        }
      p = next;
    }
  if (out->len > MAX_VALUE_BYTES)
    g_string_truncate (out, MAX_VALUE_BYTES);
  return buoy_text_make_valid (out->str, (gssize) out->len);
}
