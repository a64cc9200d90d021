/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Labels for text that wraps.
 */
#include "config.h"

#include "buoy-sentence.h"

/* A window is at least as high as its text at minimum width: one letter per line would make it a tower, and laying that
 * out would take longer than everything else in a banner.
 */
#define MIN_CHARS 12

#define MAX_LABEL 20 /* letters that are kept on a line */

void
buoy_attributes_forbid_hyphens (PangoAttrList *attributes)
{
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
}

static gboolean
is_of_label (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_';
}

/* Where the label at @p ends, with the dot behind it. */
static const char *
find_end (const char *p)
{
  while (is_of_label (*p))
    p++;
  return *p == '.' && is_of_label (p[1]) ? p + 1 : p;
}

static void
keep_together (PangoAttrList *attributes, guint start, guint end)
{
  PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

void
buoy_attributes_keep_labels (PangoAttrList *attributes, const char *text)
{
  const char *end;

  for (const char *p = text; *p != '\0'; p = end)
    {
      const gboolean is_behind_dot = p > text && p[-1] == '.';

      end = is_of_label (*p) ? find_end (p) : g_utf8_next_char (p);
      if (is_of_label (*p) && (is_behind_dot || end[-1] == '.') && end - p <= MAX_LABEL)
        keep_together (attributes, (guint) (p - text), (guint) (end - text));
    }
}

static gboolean
is_about_breaks (PangoAttribute *attribute, gpointer unused)
{
  return attribute->klass->type == PANGO_ATTR_ALLOW_BREAKS;
}

static void
follow_text (GtkLabel *label)
{
  PangoAttrList *old = gtk_label_get_attributes (label);
  g_autoptr (PangoAttrList) attributes = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();
  PangoAttrList *breaks;

  breaks = pango_attr_list_filter (attributes, is_about_breaks, NULL);
  g_clear_pointer (&breaks, pango_attr_list_unref);
  buoy_attributes_keep_labels (attributes, gtk_label_get_text (label));
  gtk_label_set_attributes (label, attributes);
}

/* A host without spaces must break somewhere in a narrow window. */
void
buoy_label_wrap (GtkLabel *label)
{
  PangoAttrList *old = gtk_label_get_attributes (label);
  g_autoptr (PangoAttrList) attributes = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();

  buoy_attributes_forbid_hyphens (attributes);
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_line_wrap (label, TRUE);
  gtk_label_set_line_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_yalign (label, 0);
  g_signal_connect (label, "notify::label", G_CALLBACK (follow_text), NULL);
  follow_text (label);
}

void
buoy_label_limit (GtkLabel *label, int n_lines)
{
  gtk_label_set_lines (label, n_lines > 0 ? n_lines : -1);
  gtk_label_set_ellipsize (label, n_lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

void
buoy_sentence_wrap (GtkLabel *label)
{
  buoy_label_wrap (label);
  gtk_label_set_width_chars (label, MIN_CHARS);
}

GtkWidget *
buoy_label_new (const char *text, PangoWeight weight)
{
  GtkWidget *widget = gtk_label_new (text);
  GtkLabel *label = GTK_LABEL (widget);

  if (weight != PANGO_WEIGHT_NORMAL)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
      gtk_label_set_attributes (label, attributes);
    }
  buoy_label_wrap (label);
  return widget;
}

GtkWidget *
buoy_sentence_new (const char *text, PangoWeight weight)
{
  GtkWidget *label = buoy_label_new (text, weight);

  buoy_sentence_wrap (GTK_LABEL (label));
  return label;
}
