/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bar above the message. It is short: the gravest facts, the rest on request. In a small pane, or with large text,
 * it is folded, so that the message stays visible. Its widgets are created once and then only updated, so that it costs
 * the mail client little time per message.
 */
#include "config.h"

#include "buoy-banner.h"

#include "buoy-details.h"
#include "buoy-fact-list.h"
#include "buoy-headline.h"
#include "buoy-level-icon.h"
#include "buoy-scroll.h"
#include "buoy-sentence.h"
#include "buoy-style.h"
#include "buoy-template.h"

#define ICON_EMS 2.4
#define FOLDED_ICON_EMS 1.4
#define SPACING 6
#define MAX_SHARE 0.4 /* of the pane's height, unless the reader unfolds it */

/* How much of a notice is shown. Texts are shortened to a number of lines, or shown completely if it is 0. Without a
 * fact there is no advice either.
 */
typedef struct
{
  gboolean is_compact;
  guint n_facts;
  guint n_lines; /* of each fact's evidence */
  int title_lines;
  int headline_lines;
  int advice_lines;
  gboolean is_row; /* only the headline, and beside it the button that unfolds the rest */
} Folding;

/* The first one that leaves enough of the pane to the message is used. None needs more room than the one before. */
static const Folding foldings[] = {
  { FALSE, G_MAXUINT, G_MAXUINT, 0, 0, 0, FALSE },
  { TRUE, G_MAXUINT, G_MAXUINT, 0, 0, 0, FALSE },
  { TRUE, 1, 3, 0, 0, 0, FALSE },
  { TRUE, 1, 2, 2, 2, 2, FALSE },
  { TRUE, 1, 2, 1, 1, 1, FALSE },
  { TRUE, 1, 0, 1, 2, 1, FALSE },
  { TRUE, 1, 0, 1, 1, 1, FALSE },
  { TRUE, 0, 0, 1, 1, 1, FALSE },
  { TRUE, 0, 0, 1, 1, 1, TRUE },
};
#define COMPLETE 1 /* used when the reader unfolds the bar in a small pane */
#define SMALLEST (G_N_ELEMENTS (foldings) - 1)

struct _BuoyBanner
{
  BuoyBar parent;

  GtkBox *column;
  BuoyLevelIcon *icon;
  BuoyHeadline *headline;
  GtkWidget *scroll; /* contains the facts */
  BuoyFactList *facts;
  GtkLabel *advice;
  BuoyButtons *buttons;

  BuoyInquiry *inquiry; /* NULL while it is hidden */
  char *text;           /* of its notice; NULL while it is hidden */
  BuoyFold fold;
  guint folding; /* index in foldings that fitted last */
  int width;     /* of the pane when it was last folded */
  int height;
  guint refit; /* when idle: a size must not change while sizes are allocated */
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
limit_texts (BuoyBanner *self, const Folding *folding)
{
  gtk_widget_set_visible (self->scroll, folding->n_facts > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), folding->n_facts > 0);
  buoy_fact_list_limit (self->facts, folding->n_facts, folding->n_lines, folding->title_lines);
  buoy_headline_limit (self->headline, folding->headline_lines);
  buoy_label_limit (self->advice, folding->advice_lines);
}

static void
apply (BuoyBanner *self, const Folding *folding, BuoyFold fold)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  const GtkOrientation orientation = folding->is_row ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  self->fold = fold;
  limit_texts (self, folding);
  buoy_buttons_set_fold (self->buttons, fold, folding->is_row);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->column), orientation);
  buoy_level_icon_set_size (self->icon, folding->is_compact ? FOLDED_ICON_EMS : ICON_EMS);
  gtk_box_set_spacing (self->column, folding->is_compact ? SPACING / 3 : SPACING);
  if (folding->is_compact)
    gtk_style_context_add_class (style, "bellbuoy-folded");
  else
    gtk_style_context_remove_class (style, "bellbuoy-folded");
}

/* A pane without a size sets no limit. */
static gboolean
fits (BuoyBanner *self)
{
  int natural;

  if (self->height <= 1)
    return TRUE;
  gtk_widget_get_preferred_height_for_width (GTK_WIDGET (self), self->width, NULL, &natural);
  return natural <= MAX_SHARE * self->height;
}

static void
fold (BuoyBanner *self, guint folding)
{
  apply (self, &foldings[folding], folding > COMPLETE ? BUOY_FOLD_FOLDED : BUOY_FOLD_NONE);
}

static gboolean
try_folding (BuoyBanner *self, guint folding)
{
  fold (self, folding);
  return fits (self);
}

/* Each try lays all texts out, so the first one is next to what fitted last: mostly, that fits again. */
static guint
find_folding (BuoyBanner *self)
{
  guint folding = self->folding > 0 ? self->folding - 1 : 0;

  if (try_folding (self, folding))
    while (folding > 0 && try_folding (self, folding - 1))
      folding--;
  else
    while (++folding < SMALLEST && !try_folding (self, folding))
      ;
  return folding;
}

static void
fit (BuoyBanner *self)
{
  const gboolean was_open = self->fold == BUOY_FOLD_OPEN;

  self->folding = find_folding (self);
  fold (self, self->folding);
  if (was_open && self->fold == BUOY_FOLD_FOLDED)
    apply (self, &foldings[COMPLETE], BUOY_FOLD_OPEN);
}

static void
on_fold (BuoyBanner *self)
{
  self->fold = self->fold == BUOY_FOLD_OPEN ? BUOY_FOLD_FOLDED : BUOY_FOLD_OPEN;
  fit (self);
}

/* Whether the pane has another size than before. */
static gboolean
take_size (BuoyBanner *self, GtkWidget *pane)
{
  const int width = pane != NULL ? gtk_widget_get_allocated_width (pane) : 0;
  const int height = pane != NULL ? gtk_widget_get_allocated_height (pane) : 0;
  const gboolean changed = width != self->width || height != self->height;

  self->width = width;
  self->height = height;
  return changed;
}

static gboolean
refit (gpointer data)
{
  BuoyBanner *self = data;

  self->refit = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

static void
plan_refit (BuoyBanner *self)
{
  if (self->refit == 0 && self->inquiry != NULL)
    self->refit = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, refit, self, NULL);
}

static void
on_pane_allocated (GtkWidget *pane, GdkRectangle *area, BuoyBanner *self)
{
  if (take_size (self, pane))
    plan_refit (self);
}

static void
buoy_banner_parent_set (GtkWidget *widget, GtkWidget *previous)
{
  GtkWidget *pane = gtk_widget_get_parent (widget);

  if (previous != NULL)
    g_signal_handlers_disconnect_by_func (previous, on_pane_allocated, widget);
  if (pane != NULL)
    g_signal_connect_object (pane, "size-allocate", G_CALLBACK (on_pane_allocated), widget, 0);
}

static void
buoy_banner_dispose (GObject *object)
{
  g_clear_handle_id (&BUOY_BANNER (object)->refit, g_source_remove);
  G_OBJECT_CLASS (buoy_banner_parent_class)->dispose (object);
}

static void
buoy_banner_finalize (GObject *object)
{
  g_clear_object (&BUOY_BANNER (object)->inquiry);
  g_free (BUOY_BANNER (object)->text);
  G_OBJECT_CLASS (buoy_banner_parent_class)->finalize (object);
}

static void
buoy_banner_class_init (BuoyBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = buoy_banner_dispose;
  G_OBJECT_CLASS (klass)->finalize = buoy_banner_finalize;
  widget_class->parent_set = buoy_banner_parent_set;
  /* the template refers to them by name only */
  g_type_ensure (BUOY_TYPE_BUTTONS);
  g_type_ensure (BUOY_TYPE_FACT_LIST);
  g_type_ensure (BUOY_TYPE_HEADLINE);
  g_type_ensure (BUOY_TYPE_LEVEL_ICON);
  g_type_ensure (BUOY_TYPE_SCROLL);
  buoy_template_set (widget_class, "buoy-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, column);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, headline);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, scroll);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, facts);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, advice);
  gtk_widget_class_bind_template_child (widget_class, BuoyBanner, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_details);
  gtk_widget_class_bind_template_callback (widget_class, on_fold);
}

static void
buoy_banner_init (BuoyBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  buoy_level_icon_set_size (self->icon, ICON_EMS);
  buoy_label_wrap (self->advice);
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

/* A screen reader reads a bar that appears. */
static void
hide_if_renamed (BuoyBanner *self, const char *name)
{
  AtkObject *accessible = gtk_widget_get_accessible (GTK_WIDGET (self));

  if (g_strcmp0 (atk_object_get_name (accessible), name) != 0)
    gtk_widget_hide (GTK_WIDGET (self));
}

/* The bar is shown only after all its parts are filled. */
static void
fill (BuoyBanner *self, BuoyNotice *notice)
{
  const BuoyLevel level = buoy_notice_get_level (notice);
  const char *word = buoy_notice_get_level_word (notice);
  const char *headline = buoy_notice_get_headline (notice);
  const char *advice = buoy_notice_get_advice (notice);
  g_autofree char *name = g_strdup_printf ("%s: %s", word, headline);

  hide_if_renamed (self, name);
  buoy_level_icon_set (self->icon, level);
  buoy_headline_set (self->headline, level, word, headline);
  buoy_fact_list_set (self->facts, notice);
  gtk_label_set_text (self->advice, advice);
  take_size (self, gtk_widget_get_parent (GTK_WIDGET (self)));
  buoy_bar_set (BUOY_BAR (self), level, name);
  atk_object_set_description (gtk_widget_get_accessible (GTK_WIDGET (self)), advice);
  gtk_widget_show (GTK_WIDGET (self)); /* a hidden one has no size to measure */
  fit (self);
}

/* The widget of the bar that has the keyboard focus. (transfer full) (nullable) */
static GtkWidget *
find_focus (BuoyBanner *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkWidget *focus = GTK_IS_WINDOW (window) ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? g_object_ref (focus) : NULL;
}

/* Hiding the bar, or a button while sizes are tried, has moved the focus. A fact may have gone. */
static void
give_focus_back (BuoyBanner *self, GtkWidget *focus)
{
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) && gtk_widget_is_visible (focus)
      && !gtk_widget_is_focus (focus))
    gtk_widget_grab_focus (focus);
}

/* The same text is not laid out again. */
void
buoy_banner_show (BuoyBanner *self, BuoyInquiry *inquiry, gboolean can_mark_junk)
{
  BuoyNotice *notice = buoy_inquiry_get_notice (inquiry);
  g_autofree char *before = g_steal_pointer (&self->text);

  self->text = buoy_notice_to_text (notice);
  g_set_object (&self->inquiry, inquiry);
  buoy_buttons_renew (self->buttons, can_mark_junk);
  if (g_strcmp0 (self->text, before) != 0)
    {
      g_autoptr (GtkWidget) focus = find_focus (self);

      fill (self, notice);
      give_focus_back (self, focus);
    }
}

void
buoy_banner_hide (BuoyBanner *self)
{
  gtk_widget_hide (GTK_WIDGET (self));
  g_clear_object (&self->inquiry);
  g_clear_pointer (&self->text, g_free);
  buoy_buttons_clear (self->buttons);
  self->fold = BUOY_FOLD_NONE;
}
