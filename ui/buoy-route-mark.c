/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The symbol beside a hop: an envelope for the reader's own server, a disc for the boundary hop, a ring for an
 * unverified hop. It is decoration; the label beside it says the same in words.
 */
#include "config.h"

#include "buoy-route-mark.h"

#include "buoy-style.h"

#define LINE_WIDTH 0.16 /* in text heights, like every length here */
#define RADIUS 0.55
#define TOP 1.0 /* the centre of the symbol, beside the first line of text */

struct _BuoyRouteMark
{
  GtkDrawingArea parent;

  BuoyHopKind kind;
  BuoyLevel level;
  gboolean first;
  gboolean last;
  gboolean broken_below;
};

G_DEFINE_FINAL_TYPE (BuoyRouteMark, buoy_route_mark, GTK_TYPE_DRAWING_AREA)

static void
draw_line (cairo_t *cr, double from, double to, gboolean broken)
{
  const double dashes[] = { 0.25, 0.3 };

  cairo_save (cr);
  if (broken)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, 0, from);
  cairo_line_to (cr, 0, to);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Upwards, the direction of the message. */
static void
draw_arrow (cairo_t *cr, double tip)
{
  cairo_move_to (cr, -0.3, tip + 0.4);
  cairo_line_to (cr, 0, tip);
  cairo_line_to (cr, 0.3, tip + 0.4);
  cairo_stroke (cr);
}

static void
draw_envelope (cairo_t *cr)
{
  cairo_rectangle (cr, -0.75, TOP - 0.5, 1.5, 1.0);
  cairo_move_to (cr, -0.75, TOP - 0.45);
  cairo_line_to (cr, 0, TOP + 0.1);
  cairo_line_to (cr, 0.75, TOP - 0.45);
  cairo_stroke (cr);
}

static void
draw_place (cairo_t *cr, const BuoyRouteMark *mark)
{
  GdkRGBA color;

  if (mark->kind == BUOY_HOP_READER)
    {
      draw_envelope (cr);
      return;
    }
  cairo_arc (cr, 0, TOP, RADIUS, 0, 2 * G_PI);
  if (mark->kind == BUOY_HOP_UNVERIFIED)
    {
      cairo_stroke (cr);
      return;
    }
  if (mark->level != BUOY_LEVEL_NONE)
    {
      buoy_style_get_color (mark->level, &color);
      gdk_cairo_set_source_rgba (cr, &color);
    }
  cairo_fill (cr);
}

static gboolean
buoy_route_mark_draw (GtkWidget *widget, cairo_t *cr)
{
  const BuoyRouteMark *mark = BUOY_ROUTE_MARK (widget);
  double em = buoy_style_get_em (widget);
  double height = gtk_widget_get_allocated_height (widget) / em;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), gtk_widget_get_state_flags (widget), &color);
  color.alpha *= mark->kind == BUOY_HOP_UNVERIFIED ? 0.6 : 1;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_translate (cr, gtk_widget_get_allocated_width (widget) / 2.0, 0);
  cairo_scale (cr, em, em);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (!mark->first)
    draw_line (cr, 0, TOP - RADIUS - 0.1, mark->kind == BUOY_HOP_UNVERIFIED);
  if (!mark->last)
    {
      draw_arrow (cr, TOP + RADIUS + 0.25);
      draw_line (cr, TOP + RADIUS + 0.3, height, mark->broken_below);
    }
  draw_place (cr, mark);
  return TRUE;
}

static void
buoy_route_mark_class_init (BuoyRouteMarkClass *klass)
{
  GTK_WIDGET_CLASS (klass)->draw = buoy_route_mark_draw;
}

static void
buoy_route_mark_init (BuoyRouteMark *self)
{
}

GtkWidget *
buoy_route_mark_new (BuoyHopKind kind, BuoyLevel level, gboolean first, gboolean last, gboolean broken_below)
{
  BuoyRouteMark *self = g_object_new (BUOY_TYPE_ROUTE_MARK, NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  self->kind = kind;
  self->level = level;
  self->first = first;
  self->last = last;
  self->broken_below = broken_below;
  gtk_widget_set_size_request (widget, (int) (2 * buoy_style_get_em (widget)), -1);
  return widget;
}
