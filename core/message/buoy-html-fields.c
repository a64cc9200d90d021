/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Elements whose meaning is in their attributes: what stands on a button, whether it sends its form, and where a page
 * goes by itself.
 */
#include "config.h"

#include <string.h>

#include "base/buoy-text.h"
#include "message/buoy-html-private.h"

char *
buoy_html_button_label (const GumboNode *element)
{
  g_autoptr (GString) label = g_string_new (NULL);
  const GumboVector *children = &element->v.element.children;
  const char *value = buoy_html_attribute (element, "value");

  if (element->v.element.tag == GUMBO_TAG_INPUT)
    return buoy_text_squeeze (value != NULL ? value : "");
  for (unsigned int i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE)
        g_string_append (label, child->v.text.text);
    }
  return buoy_text_squeeze (label->str);
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
  url = strcasestr (content, "url=");
  if (url == NULL)
    return NULL;
  url += strlen ("url=");
  url += strspn (url, "'\" ");
  return g_strndup (url, strcspn (url, "'\""));
}
