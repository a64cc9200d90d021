/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bar that a reader sees before the message itself. It is short: the gravest facts, the rest on request. Its
 * widgets are created once and then only updated, since it must cost the mail client very little per message.
 */
#include "config.h"

#include "buoy-banner.h"

#include "buoy-details.h"
#include "buoy-fact-list.h"
#include "buoy-headline.h"
#include "buoy-level-icon.h"
#include "buoy-scroll.h"
#include "buoy-template.h"

#define ICON_EMS 2.4

struct _BuoyBanner
{
  BuoyBar parent;

  BuoyLevelIcon *icon;
  BuoyHeadline *headline;
  BuoyFactList *facts;
  GtkLabel *advice;
  BuoyButtons *buttons;

  BuoyInquiry *inquiry; /* NULL while it is hidden */
};

G_DEFINE_FINAL_TYPE (BuoyBanner, buoy_banner, BUOY_TYPE_BAR)

static void
on_details (BuoyBanner *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (self->inquiry != NULL)
    buoy_details_present (self->inquiry, GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL);
}

static void
buoy_banner_finalize (GObject *object)
{
  g_clear_object (&BUOY_BANNER (object)->inquiry);
  G_OBJECT_CLASS (buoy_banner_parent_class)->finalize (object);
}

static void
buoy_banner_class_init (BuoyBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = buoy_banner_finalize;
  /* the template knows them by name only */
  g_type_ensure (BUOY_TYPE_BUTTONS);
  g_type_ensure (BUOY_TYPE_FACT_LIST);
  g_type_ensure (BUOY_TYPE_HEADLINE);
  g_type_ensure (BUOY_TYPE_LEVEL_ICON);
  g_type_ensure (BUOY_TYPE_SCROLL);
  buoy_template_set (widget_class, "buoy-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, headline);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, facts);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, advice);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_details);
}

static void
buoy_banner_init (BuoyBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  buoy_level_icon_set_size (self->icon, ICON_EMS);
}

GtkWidget *
buoy_banner_new (BuoyActionsFunc make_actions, gpointer host)
{
  BuoyBanner *self = g_object_new (BUOY_TYPE_BANNER, NULL);

  buoy_buttons_set_host (self->buttons, make_actions, host);
  return GTK_WIDGET (self);
}

void
buoy_banner_prepare (BuoyBanner *self)
{
  buoy_fact_list_prepare (self->facts);
}

/* Shown only after everything is in place. */
void
buoy_banner_show (BuoyBanner *self, BuoyInquiry *inquiry, gboolean can_mark_junk)
{
  BuoyNotice *notice = buoy_inquiry_get_notice (inquiry);
  const BuoyLevel level = buoy_notice_get_level (notice);
  const char *word = buoy_notice_get_level_word (notice);
  const char *headline = buoy_notice_get_headline (notice);
  const char *advice = buoy_notice_get_advice (notice);
  g_autofree char *name = g_strdup_printf ("%s: %s", word, headline);

  g_set_object (&self->inquiry, inquiry);
  buoy_level_icon_set (self->icon, level);
  buoy_headline_set (self->headline, level, word, headline);
  buoy_fact_list_set (self->facts, notice);
  gtk_label_set_text (self->advice, advice);
  buoy_buttons_reset (self->buttons, can_mark_junk);
  buoy_bar_set (BUOY_BAR (self), level, name);
  atk_object_set_description (gtk_widget_get_accessible (GTK_WIDGET (self)), advice);
  gtk_widget_show (GTK_WIDGET (self));
}

void
buoy_banner_hide (BuoyBanner *self)
{
  gtk_widget_hide (GTK_WIDGET (self));
  g_clear_object (&self->inquiry);
  buoy_buttons_reset (self->buttons, FALSE);
}
