/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-fields.h"

#include <gumbo.h>
#include <string.h>

#include "base/text/buoy-text.h"
#include "message/dom/buoy-html-tags.h"

#define MAX_LABEL_DEPTH 8 /* of markup in a button */

static void
append_label (GString *label, const GumboNode *element, guint depth)
{
  const GumboVector *children = &element->v.element.children;

  for (unsigned int i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE)
        g_string_append (label, child->v.text.text);
      else if (child->type == GUMBO_NODE_ELEMENT && depth < MAX_LABEL_DEPTH)
        {
          g_string_append (label, child->v.element.tag == GUMBO_TAG_BUTTON ? " " : "");
          append_label (label, child, depth + 1);
        }
    }
}

char *
buoy_html_button_label (const GumboNode *element)
{
  g_autoptr (GString) label = g_string_new (NULL);
  const gboolean is_input = element->v.element.tag == GUMBO_TAG_INPUT;
  const char *value = is_input ? buoy_html_attribute (element, "value") : NULL;

  if (is_input && value == NULL)
    value = buoy_html_attribute (element, "alt");
  if (is_input)
    return buoy_text_squeeze (value != NULL ? value : "");
  append_label (label, element, 0);
  return buoy_text_squeeze (label->str);
}

const char *
buoy_html_field_hint (const GumboNode *element)
{
  switch (element->v.element.tag)
    {
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
      return buoy_html_attribute (element, "placeholder");
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_OPTION:
      return buoy_html_attribute (element, "label");
    default:
      return NULL;
    }
}

gboolean
buoy_html_submits (const GumboNode *element)
{
  const char *type = buoy_html_attribute (element, "type");

  if (type == NULL)
    return element->v.element.tag == GUMBO_TAG_BUTTON;
  return g_ascii_strcasecmp (type, "submit") == 0 || g_ascii_strcasecmp (type, "image") == 0;
}

char *
buoy_html_refresh_target (const GumboNode *element)
{
  const char *kind = buoy_html_attribute (element, "http-equiv");
  const char *content = buoy_html_attribute (element, "content");
  const char *url;

  if (kind == NULL || content == NULL || g_ascii_strcasecmp (kind, "refresh") != 0)
    return NULL;
  /* "5; url=x", "5,'x'", "5 x" (HTML §4.2.5.3) */
  url = content + strspn (content, " \t\r\n.0123456789");
  url += strspn (url, " \t\r\n;,");
  if (g_ascii_strncasecmp (url, "url", 3) == 0 && url[3 + strspn (url + 3, " ")] == '=')
    url += 3 + strspn (url + 3, " ") + 1;
  url += strspn (url, "'\" \t");
  return *url != '\0' ? g_strndup (url, strcspn (url, "'\"")) : NULL;
}
