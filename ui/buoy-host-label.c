/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * In "www.bank.example.shop.test" a hurried reader sees the beginning; the end is what counts.
 */
#include "config.h"

#include "buoy-host-label.h"

#include "bellbuoy.h"
#include "buoy-sentence.h"
#include "notice/buoy-shown.h"

struct _BuoyHostLabel
{
  GtkLabel parent;
};

G_DEFINE_FINAL_TYPE (BuoyHostLabel, buoy_host_label, GTK_TYPE_LABEL)

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
emphasise (const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  guint start, length, end;

  buoy_attributes_forbid_hyphens (attributes);
  buoy_attributes_keep_labels (attributes, text);
  if (!buoy_shown_find_owner (text, &start, &length))
    {
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
      return attributes;
    }
  end = start + length;
  insert (attributes, pango_attr_foreground_alpha_new (REST_ALPHA), 0, start);
  insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  insert (attributes, pango_attr_foreground_alpha_new (REST_ALPHA), end, PANGO_ATTR_INDEX_TO_TEXT_END);
  return attributes;
}

static void
buoy_host_label_class_init (BuoyHostLabelClass *klass)
{
}

static void
buoy_host_label_init (BuoyHostLabel *self)
{
  buoy_sentence_wrap (GTK_LABEL (self));
}

void
buoy_host_label_set (BuoyHostLabel *self, const char *text)
{
  g_autoptr (PangoAttrList) attributes = emphasise (text);

  gtk_label_set_text (GTK_LABEL (self), text);
  gtk_label_set_attributes (GTK_LABEL (self), attributes);
}

GtkWidget *
buoy_host_label_new (const char *text, gboolean selectable)
{
  BuoyHostLabel *self = g_object_new (BUOY_TYPE_HOST_LABEL, "selectable", selectable, NULL);

  buoy_host_label_set (self, text);
  return GTK_WIDGET (self);
}
