/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Danger is an octagon, like a stop sign; caution a triangle. The shapes differ for people who cannot tell red from
 * amber.
 */
#include "config.h"

#include "buoy-level-icon.h"

#include <math.h>

#include "buoy-style.h"

struct _BuoyLevelIcon
{
  GtkDrawingArea parent;

  BuoyLevel level;
};

G_DEFINE_FINAL_TYPE (BuoyLevelIcon, buoy_level_icon, GTK_TYPE_DRAWING_AREA)

static void
trace_polygon (cairo_t *cr, int corners, double start)
{
  for (int i = 0; i < corners; i++)
    {
      double angle = start + 2 * G_PI * i / corners;

      cairo_line_to (cr, cos (angle), sin (angle));
    }
  cairo_close_path (cr);
}

static void
trace_shape (cairo_t *cr, BuoyLevel level)
{
  if (level == BUOY_LEVEL_DANGER)
    {
      trace_polygon (cr, 8, G_PI / 8);
      return;
    }
  cairo_translate (cr, 0, 0.2);
  trace_polygon (cr, 3, -G_PI / 2);
}

static void
draw_mark (cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 0.22);
  cairo_move_to (cr, 0, -0.45);
  cairo_line_to (cr, 0, 0.08);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 0.42, 0.13, 0, 2 * G_PI);
  cairo_fill (cr);
}

static gboolean
buoy_level_icon_draw (GtkWidget *widget, cairo_t *cr)
{
  const BuoyLevel level = BUOY_LEVEL_ICON (widget)->level;
  double size = MIN (gtk_widget_get_allocated_width (widget), gtk_widget_get_allocated_height (widget));
  GdkRGBA color;

  buoy_style_get_color (level, &color);
  cairo_scale (cr, size / 2.2, size / 2.2);
  cairo_translate (cr, 1.1, 1.1);
  trace_shape (cr, level);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 0.16);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);

  if (level == BUOY_LEVEL_DANGER)
    cairo_set_source_rgb (cr, 1, 1, 1);
  else
    cairo_set_source_rgb (cr, 0, 0, 0);
  draw_mark (cr);
  return TRUE;
}

static void
buoy_level_icon_class_init (BuoyLevelIconClass *klass)
{
  GTK_WIDGET_CLASS (klass)->draw = buoy_level_icon_draw;
}

static void
buoy_level_icon_init (BuoyLevelIcon *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
buoy_level_icon_new (BuoyLevel level, double ems)
{
  BuoyLevelIcon *self = g_object_new (BUOY_TYPE_LEVEL_ICON, NULL);

  buoy_level_icon_set_size (self, ems);
  buoy_level_icon_set (self, level);
  return GTK_WIDGET (self);
}

void
buoy_level_icon_set_size (BuoyLevelIcon *self, double ems)
{
  const int pixels = (int) (ems * buoy_style_get_em (GTK_WIDGET (self)));

  gtk_widget_set_size_request (GTK_WIDGET (self), pixels, pixels);
}

void
buoy_level_icon_set (BuoyLevelIcon *self, BuoyLevel level)
{
  self->level = level;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
