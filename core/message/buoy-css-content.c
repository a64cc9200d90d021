/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Text that a style sheet puts before or behind an element (CSS Content 3 §2): strings, and attributes of the element.
 */
#include "config.h"

#include <string.h>

#include "message/buoy-css-content.h"
#include "message/buoy-css-private.h"
#include "message/buoy-html-private.h"

#define MAX_CONTENT_BYTES 1000 /* for one element; icons and arrows have three */
#define ATTRIBUTE "attr("

char *
buoy_css_content_find (const char *declarations)
{
  for (const char *p = declarations; *p != '\0';)
    {
      const char *end = buoy_css_find (p, ";");
      const char *colon;

      p += strspn (p, " ");
      colon = p + strcspn (p, " :");
      if (colon < end && strncmp (p, "content", (gsize) (colon - p)) == 0
          && (gsize) (colon - p) == strlen ("content"))
        {
          colon += strspn (colon, " ");
          return *colon == ':' ? g_strndup (colon + 1, (gsize) (end - colon - 1)) : NULL;
        }
      p = *end != '\0' ? end + 1 : end;
    }
  return NULL;
}

/* "attr(data-x)" */
static void
append_attribute (GString *out, const char *call, const char *end, const GumboNode *element)
{
  const char *start = call + strlen (ATTRIBUTE);
  g_autofree char *name = g_strstrip (g_strndup (start, (gsize) (end - start)));
  const char *value;

  name[strcspn (name, " ,)")] = '\0';
  value = buoy_html_attribute (element, name);
  if (value != NULL)
    g_string_append (out, value);
}

char *
buoy_css_content_text (const char *value, const GumboNode *element)
{
  GString *out = g_string_new (NULL);

  for (const char *p = value; *p != '\0' && out->len < MAX_CONTENT_BYTES;)
    {
      const char *end = buoy_css_find (p, " ");

      if ((*p == '"' || *p == '\'') && end > p + 1)
        g_string_append_len (out, p + 1, (gssize) strcspn (p + 1, *p == '"' ? "\"" : "'"));
      else if (g_str_has_prefix (p, ATTRIBUTE))
        append_attribute (out, p, end, element);
      p = end + strspn (end, " ");
    }
  if (out->len > MAX_CONTENT_BYTES)
    g_string_truncate (out, MAX_CONTENT_BYTES);
  return g_string_free (out, FALSE);
}
