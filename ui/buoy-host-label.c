/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Of "www.bank.example.shop.test" a hurried eye reads the beginning; what counts is the end.
 */
#include "config.h"

#include "buoy-host-label.h"

#include "bellbuoy.h"
#include "buoy-facts.h"

/* A window must be as high as its text is at the least width: a host of one letter a line would make it a tower. */
#define MIN_CHARS 12
/* Still 4.5:1 on our own tints (WCAG 2.1, 1.4.3). */
#define REST_ALPHA (G_MAXUINT16 / 100 * 80)

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttrList *
emphasise (guint start, guint length)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  guint end = start + length;

  insert (attributes, pango_attr_foreground_alpha_new (REST_ALPHA), 0, start);
  insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  insert (attributes, pango_attr_foreground_alpha_new (REST_ALPHA), end, PANGO_ATTR_INDEX_TO_TEXT_END);
  return attributes;
}

GtkWidget *
buoy_host_label_new (const char *text, gboolean selectable)
{
  GtkWidget *label = buoy_label_new (text, PANGO_WEIGHT_SEMIBOLD);
  guint start, length;

  if (buoy_story_find_owner (text, &start, &length))
    {
      g_autoptr (PangoAttrList) attributes = emphasise (start, length);

      gtk_label_set_attributes (GTK_LABEL (label), attributes);
    }
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), selectable);
  return label;
}
