/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-pictures.h"

#include <gumbo.h>
#include <string.h>

#include "message/html/buoy-html-reader.h"
#include "message/picture/buoy-picture.h"

/* Decides by the name only: reading an image that is not shown costs less than missing one. */
static gboolean
may_hold_picture (const GumboNode *element, const char *name)
{
  static const char *const names[] = { "srcset", "src", "data", "poster", "background", "style", NULL };
  const gboolean is_drawing = element->v.element.tag_namespace == GUMBO_NAMESPACE_SVG;
  const gboolean is_image = element->v.element.tag == GUMBO_TAG_IMG;

  if (is_image && strcmp (name, "src") == 0) /* read by buoy_html_read_image() */
    return FALSE;
  return g_strv_contains (names, name) || (is_drawing && strcmp (name, "href") == 0);
}

void
buoy_html_read_pictures (BuoyHtmlReader *reader, const GumboNode *element)
{
  const GumboVector *attributes = &element->v.element.attributes;

  for (unsigned int i = 0; i < attributes->length; i++)
    {
      const GumboAttribute *attribute = attributes->data[i];

      if (may_hold_picture (element, attribute->name))
        buoy_pictures_read_text (reader->message, attribute->value);
    }
}
