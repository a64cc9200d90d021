/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Wraps like text. GtkFlowBox is a grid of selectable items, with columns of equal width and its own focus.
 */
#include "config.h"

#include "buoy-wrap-box.h"

#include "buoy-height-for-width.h"

G_DEFINE_TYPE (BuoyWrapBox, buoy_wrap_box, GTK_TYPE_BOX)

typedef struct
{
  GtkRequisition size;
  int x;
  int y;
} Place;

/* Positions the visible children for @width; returns the total height. */
static int
place_children (GtkBox *box, GList *children, int width, Place *places)
{
  int spacing = gtk_box_get_spacing (box);
  int x = 0, y = 0, line_height = 0;

  for (GList *l = children; l != NULL; l = l->next, places++)
    {
      gtk_widget_get_preferred_size (l->data, NULL, &places->size);
      places->size.width = MIN (places->size.width, width);
      if (x > 0 && x + places->size.width > width)
        {
          y += line_height + spacing;
          x = line_height = 0;
        }
      places->x = x;
      places->y = y;
      x += places->size.width + spacing;
      line_height = MAX (line_height, places->size.height);
    }
  return y + line_height;
}

static GList *
get_visible (GtkWidget *widget)
{
  GList *children = gtk_container_get_children (GTK_CONTAINER (widget));
  GList *next;

  for (GList *l = children; l != NULL; l = next)
    {
      next = l->next;
      if (!gtk_widget_get_visible (l->data))
        children = g_list_delete_link (children, l);
    }
  return children;
}

static void
get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  g_autoptr (GList) children = get_visible (widget);
  int spacing = gtk_box_get_spacing (GTK_BOX (widget));

  *minimum = *natural = 0;
  for (GList *l = children; l != NULL; l = l->next)
    {
      int child_minimum, child_natural;

      gtk_widget_get_preferred_width (l->data, &child_minimum, &child_natural);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (l->prev != NULL ? spacing : 0);
    }
}

static void
get_preferred_width_for_height (GtkWidget *widget, int height, int *minimum, int *natural)
{
  get_preferred_width (widget, minimum, natural);
}

static void
get_preferred_height_for_width (GtkWidget *widget, int width, int *minimum, int *natural)
{
  g_autoptr (GList) children = get_visible (widget);
  g_autofree Place *places = g_new (Place, g_list_length (children));

  *minimum = *natural = place_children (GTK_BOX (widget), children, width, places);
}

static void
size_allocate (GtkWidget *widget, GtkAllocation *area)
{
  g_autoptr (GList) children = get_visible (widget);
  g_autofree Place *places = g_new (Place, g_list_length (children));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Place *place = places;

  gtk_widget_set_allocation (widget, area);
  place_children (GTK_BOX (widget), children, area->width, places);
  for (GList *l = children; l != NULL; l = l->next, place++)
    {
      int x = mirrored ? area->width - place->x - place->size.width : place->x;

      gtk_widget_size_allocate (l->data, &(GtkAllocation){ area->x + x, area->y + place->y, place->size.width,
                                                           place->size.height });
    }
}

/* GtkBox would draw its own frame, in the wrong place. */
static gboolean
draw (GtkWidget *widget, cairo_t *cr)
{
  g_autoptr (GList) children = get_visible (widget);

  for (GList *l = children; l != NULL; l = l->next)
    gtk_container_propagate_draw (GTK_CONTAINER (widget), l->data, cr);
  return FALSE;
}

static void
buoy_wrap_box_class_init (BuoyWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  buoy_height_for_width_init (widget_class);
  widget_class->get_preferred_width = get_preferred_width;
  widget_class->get_preferred_width_for_height = get_preferred_width_for_height;
  widget_class->get_preferred_height_for_width = get_preferred_height_for_width;
  widget_class->size_allocate = size_allocate;
  widget_class->draw = draw;
}

static void
buoy_wrap_box_init (BuoyWrapBox *self)
{
}
