/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GtkScrolledWindow requests its child's height at minimum width, far too much for wrapping text. This one requests the
 * height at its actual width.
 */
#include "config.h"

#include "buoy-scroll.h"

#include "buoy-height-for-width.h"
#include "buoy-style.h"

#define MIN_EMS 5 /* three lines of text */

struct _BuoyScroll
{
  GtkScrolledWindow parent;
};

G_DEFINE_FINAL_TYPE (BuoyScroll, buoy_scroll, GTK_TYPE_SCROLLED_WINDOW)

static void
get_preferred_height_for_width (GtkWidget *widget, int width, int *minimum, int *natural)
{
  GtkWidget *viewport = gtk_bin_get_child (GTK_BIN (widget));

  gtk_widget_get_preferred_height_for_width (gtk_bin_get_child (GTK_BIN (viewport)), width, NULL, natural);
  *minimum = MIN (*natural, (int) (MIN_EMS * buoy_style_get_em (widget)));
}

/* The height of the rows that fit completely into @height; 0 if there are none. */
static int
measure_whole_rows (GtkWidget *widget, int height)
{
  GtkWidget *viewport = gtk_bin_get_child (GTK_BIN (widget));
  g_autoptr (GList) rows = gtk_container_get_children (GTK_CONTAINER (gtk_bin_get_child (GTK_BIN (viewport))));
  int whole = 0;

  for (GList *l = rows; l != NULL; l = l->next)
    {
      GtkAllocation row;

      gtk_widget_get_allocation (l->data, &row);
      if (gtk_widget_get_visible (l->data) && row.y + row.height <= height)
        whole = MAX (whole, row.y + row.height);
    }
  return whole;
}

/* Avoids cutting a line in half while the content is not scrolled. */
static void
size_allocate (GtkWidget *widget, GtkAllocation *area)
{
  int whole, least;

  GTK_WIDGET_CLASS (buoy_scroll_parent_class)->size_allocate (widget, area);
  gtk_widget_get_preferred_height (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (widget)), &least, NULL);
  whole = measure_whole_rows (widget, area->height);
  if (whole >= least && whole < area->height)
    {
      GtkAllocation less = { area->x, area->y, area->width, whole };

      GTK_WIDGET_CLASS (buoy_scroll_parent_class)->size_allocate (widget, &less);
    }
}

static void
on_changed (GtkAdjustment *adjustment, GtkWidget *self)
{
  gtk_widget_set_can_focus (self, gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
}

static void
buoy_scroll_constructed (GObject *object)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (object));

  G_OBJECT_CLASS (buoy_scroll_parent_class)->constructed (object);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_changed), object, 0);
}

static void
buoy_scroll_class_init (BuoyScrollClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = buoy_scroll_constructed;
  buoy_height_for_width_init (widget_class);
  widget_class->get_preferred_height_for_width = get_preferred_height_for_width;
  widget_class->size_allocate = size_allocate;
}

static void
buoy_scroll_init (BuoyScroll *self)
{
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  /* a visible scroll bar: otherwise nobody would know that there is more */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}
