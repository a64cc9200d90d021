/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The headline wraps if there is no room for one line.
 */
#include "config.h"

#include "buoy-headline.h"

#include "buoy-sentence.h"
#include "buoy-style.h"
#include "buoy-template.h"

struct _BuoyHeadline
{
  GtkBox parent;

  GtkWidget *word;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (BuoyHeadline, buoy_headline, GTK_TYPE_BOX)

static void
buoy_headline_class_init (BuoyHeadlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  buoy_template_set (widget_class, "buoy-headline.ui");
  gtk_widget_class_bind_template_child (widget_class, BuoyHeadline, word);
  gtk_widget_class_bind_template_child (widget_class, BuoyHeadline, words);
}

static void
buoy_headline_init (BuoyHeadline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  buoy_style_apply (self->word, "bellbuoy-word", BUOY_LEVEL_NONE);
}

GtkWidget *
buoy_headline_new (void)
{
  return g_object_new (BUOY_TYPE_HEADLINE, NULL);
}

void
buoy_headline_limit (BuoyHeadline *self, int n_lines)
{
  buoy_label_limit (self->words, n_lines);
}

void
buoy_headline_set (BuoyHeadline *self, BuoyLevel level, const char *word, const char *words)
{
  buoy_style_set_level (self->word, level);
  gtk_label_set_text (GTK_LABEL (self->word), word);
  gtk_widget_set_no_show_all (self->word, level == BUOY_LEVEL_NONE);
  gtk_widget_set_visible (self->word, level != BUOY_LEVEL_NONE);
  gtk_label_set_text (self->words, words);
}
