/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evolution sets the part list to NULL when the reader moves on, then to the next message's. The bar is removed at the
 * first of these, so that a warning is never shown over another message.
 */
#include "config.h"

#include "e-buoy-display.h"

#include "buoy-banner.h"
#include "buoy-style.h"
#include "buoy-unchecked.h"
#include "e-buoy-actions.h"
#include "e-buoy-analysis.h"
#include "e-buoy-junk.h"
#include "e-buoy-links.h"
#include "e-buoy-menus.h"
#include "e-buoy-settings.h"
#include "e-buoy-timing.h"
#include "e-buoy-events.h"
#include "e-buoy-trust.h"
#include "e-buoy-witness.h"

#define PATIENCE_MS 1500 /* most verdicts take a twentieth of this; later, the reader has begun to click */

struct _EBuoyDisplay
{
  EExtension parent;
  EBuoyAnalysis *analysis; /* of the displayed message. (nullable) */
  EBuoyAnalysis *shown;    /* the one in the banner: an earlier one while the message is analysed again. (nullable) */
  GtkWidget
      *banner; /* reused for all warnings; weak: it may be destroyed with the pane; NULL before the first message */
  GtkWidget *notes;   /* another bar in its place; weak. (nullable) */
  GtkWidget *running; /* the bar shown while there is no verdict yet; weak. (nullable) */
  guint patience;     /* timeout until that bar is shown */
  guint preparation;  /* idle source that prepares the banner */
};

G_DEFINE_DYNAMIC_TYPE (EBuoyDisplay, e_buoy_display, E_TYPE_EXTENSION)

static EMailDisplay *
get_display (EBuoyDisplay *self)
{
  return (EMailDisplay *) e_extension_get_extensible (E_EXTENSION (self));
}

static void
destroy (GtkWidget **bar)
{
  GtkWidget *gone = *bar;

  if (gone == NULL)
    return;
  g_clear_weak_pointer (bar);
  gtk_widget_destroy (gone);
}

static void
clear_notes (EBuoyDisplay *self)
{
  destroy (&self->notes);
  destroy (&self->running);
  g_clear_handle_id (&self->patience, g_source_remove);
}

static void
hide_banner (EBuoyDisplay *self)
{
  if (self->banner != NULL)
    buoy_banner_hide (BUOY_BANNER (self->banner));
  g_clear_object (&self->shown);
}

/* Puts @bar over the message, with a weak pointer to it in @place. */
static void
put (EBuoyDisplay *self, GtkWidget *bar, GtkWidget **place)
{
  /* A view has no parent yet when it is created, and a hidden one for printing never has. */
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (get_display (self)), E_TYPE_PREVIEW_PANE);

  g_object_ref_sink (bar);
  if (pane != NULL)
    {
      gtk_box_pack_start (GTK_BOX (pane), bar, FALSE, FALSE, 0);
      gtk_box_reorder_child (GTK_BOX (pane), bar, 0);
      g_set_weak_pointer (place, bar);
    }
  g_object_unref (bar);
}

static GActionGroup *
make_actions (GMenu *menu, gpointer data)
{
  EBuoyDisplay *self = data;

  return G_ACTION_GROUP (e_buoy_actions_new (get_display (self), self->shown, menu));
}

static void
want_banner (EBuoyDisplay *self)
{
  if (self->banner == NULL)
    put (self, buoy_banner_new (make_actions, self), &self->banner);
}

/* Split over two idle callbacks, so that each takes less than a frame. */
static gboolean
prepare_banner (gpointer data)
{
  E_BUOY_TIMED ("prepare");
  EBuoyDisplay *self = data;
  const gboolean is_second_step = self->banner != NULL;

  if (is_second_step)
    buoy_banner_prepare (BUOY_BANNER (self->banner));
  else
    want_banner (self);
  if (!is_second_step && self->banner != NULL)
    return G_SOURCE_CONTINUE;
  self->preparation = 0;
  return G_SOURCE_REMOVE;
}

/* Prepares the banner when idle: before the first message, or while a worker analyses it. */
static void
plan_preparation (EBuoyDisplay *self)
{
  if (self->banner == NULL && self->preparation == 0)
    self->preparation = g_idle_add (prepare_banner, self);
}

static void
show_banner (EBuoyDisplay *self)
{
  E_BUOY_TIMED ("banner");

  want_banner (self);
  g_set_object (&self->shown, self->analysis);
  if (self->banner != NULL)
    buoy_banner_show (BUOY_BANNER (self->banner), e_buoy_analysis_get_inquiry (self->analysis),
                      e_buoy_junk_can_mark (e_mail_display_get_part_list (get_display (self))));
  e_buoy_events_send_shown (self->analysis, e_mail_display_get_part_list (get_display (self)));
}

static gboolean
on_patience_lost (gpointer data)
{
  EBuoyDisplay *self = data;

  self->patience = 0;
  put (self, buoy_unchecked_new_running (), &self->running);
  return G_SOURCE_REMOVE;
}

/* Shows a bar after a while, because showing nothing would look like an answer. Low priority: if the mail client itself
 * was busy, the verdict is there and comes first.
 */
static void
wait_for_verdict (EBuoyDisplay *self)
{
  self->patience = g_timeout_add_full (G_PRIORITY_LOW, PATIENCE_MS, on_patience_lost, self, NULL);
}

static void
show_error (EBuoyDisplay *self)
{
  const char *why = e_buoy_analysis_explain_error (self->analysis);

  if (e_buoy_analysis_is_too_complex (self->analysis))
    put (self, buoy_unchecked_new_warning (why), &self->notes);
  else
    put (self, buoy_unchecked_new (why), &self->notes);
}

/* A reader who has just trusted the sender sees what happened to the warning. */
static void
show_trust (EBuoyDisplay *self)
{
  EMailPartList *part_list = e_mail_display_get_part_list (get_display (self));
  GtkWidget *bar = part_list != NULL ? e_buoy_trust_bar_new (part_list) : NULL;

  if (bar != NULL)
    put (self, bar, &self->notes);
}

/* Whether the banner shows an earlier analysis of the displayed message. */
static gboolean
is_outdated (EBuoyDisplay *self)
{
  return self->shown != NULL && self->shown != self->analysis;
}

/* Called again if a QR code or lookups changed the verdict: a warning is then replaced or removed. An outdated one
 * stays until the new analysis includes what is displayed.
 */
static void
on_finished (EBuoyAnalysis *analysis, EBuoyDisplay *self)
{
  BuoyNotice *notice = e_buoy_analysis_get_notice (analysis);
  const gboolean warns = notice != NULL && buoy_notice_get_level (notice) >= e_buoy_settings_get_level ();

  if (analysis != self->analysis || (self->notes != NULL && !warns)
      || (is_outdated (self) && !e_buoy_analysis_is_settled (analysis)))
    return;
  clear_notes (self);
  if (warns)
    {
      show_banner (self);
      return;
    }
  hide_banner (self);
  if (e_buoy_analysis_explain_error (analysis) != NULL)
    show_error (self);
  else if (notice != NULL && buoy_notice_get_failure (notice) != NULL)
    put (self, buoy_unchecked_new_partly (buoy_notice_get_failure (notice)), &self->notes);
  else
    show_trust (self);
}

static void
on_settled (EBuoyAnalysis *analysis, EBuoyDisplay *self)
{
  if (is_outdated (self))
    on_finished (analysis, self);
}

/* Leaves the banner as it is. */
static void
leave_analysis (EBuoyDisplay *self)
{
  clear_notes (self);
  if (self->analysis == NULL)
    return;
  if (get_display (self) != NULL)
    {
      e_buoy_links_follow (get_display (self), NULL);
      e_buoy_witness_follow (get_display (self), NULL);
    }
  g_signal_handlers_disconnect_by_data (self->analysis, self);
  e_buoy_analysis_release (self->analysis);
  g_clear_object (&self->analysis);
}

static void
join_analysis (EBuoyDisplay *self)
{
  EMailDisplay *display = get_display (self);
  EMailPartList *part_list = e_mail_display_get_part_list (display);

  if (part_list == NULL || e_mail_display_get_mode (display) == E_MAIL_FORMATTER_MODE_PRINTING)
    return;

  e_buoy_menus_want (display);
  self->analysis = e_buoy_analysis_join (part_list);
  if (self->analysis == NULL)
    return;
  g_signal_connect_object (self->analysis, "finished", G_CALLBACK (on_finished), self, 0);
  g_signal_connect_object (self->analysis, "settled", G_CALLBACK (on_settled), self, 0);
  if (e_buoy_analysis_is_finished (self->analysis))
    on_finished (self->analysis, self);
  else if (self->shown == NULL)
    wait_for_verdict (self);
  e_buoy_links_follow (display, self->analysis);
  e_buoy_witness_follow (display, self->analysis);
  plan_preparation (self);
}

static void
leave_message (EBuoyDisplay *self)
{
  leave_analysis (self);
  hide_banner (self);
}

static void
on_part_list (EMailDisplay *display, GParamSpec *pspec, EBuoyDisplay *self)
{
  E_BUOY_TIMED (e_mail_display_get_part_list (display) != NULL ? "message" : "leave");

  leave_message (self);
  join_analysis (self);
}

/* Analyses the displayed message again, so that the reader sees the effect of a change. Mostly there is none, so a
 * warning stays until then.
 */
static void
on_settings_changed (EBuoyDisplay *self)
{
  E_BUOY_TIMED ("again");

  leave_analysis (self);
  join_analysis (self);
  if (self->analysis == NULL)
    hide_banner (self);
}

static void
e_buoy_display_constructed (GObject *object)
{
  G_OBJECT_CLASS (e_buoy_display_parent_class)->constructed (object);

  g_signal_connect_object (get_display (E_BUOY_DISPLAY (object)), "notify::part-list", G_CALLBACK (on_part_list),
                           object, 0);
  buoy_style_prepare (gtk_widget_get_screen (GTK_WIDGET (get_display (E_BUOY_DISPLAY (object)))));
  e_buoy_links_watch (get_display (E_BUOY_DISPLAY (object)));
  e_buoy_witness_watch (get_display (E_BUOY_DISPLAY (object)));
  plan_preparation (E_BUOY_DISPLAY (object));
  if (e_buoy_settings_get () != NULL)
    g_signal_connect_object (e_buoy_settings_get (), "changed", G_CALLBACK (on_settings_changed), object,
                             G_CONNECT_SWAPPED);
}

static void
e_buoy_display_dispose (GObject *object)
{
  EBuoyDisplay *self = E_BUOY_DISPLAY (object);

  leave_message (self);
  g_clear_handle_id (&self->preparation, g_source_remove);
  destroy (&self->banner);

  G_OBJECT_CLASS (e_buoy_display_parent_class)->dispose (object);
}

static void
e_buoy_display_class_init (EBuoyDisplayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = e_buoy_display_constructed;
  object_class->dispose = e_buoy_display_dispose;
  E_EXTENSION_CLASS (klass)->extensible_type = E_TYPE_MAIL_DISPLAY;
}

static void
e_buoy_display_class_finalize (EBuoyDisplayClass *klass)
{
}

static void
e_buoy_display_init (EBuoyDisplay *self)
{
}

void
e_buoy_display_type_register (GTypeModule *type_module)
{
  e_buoy_display_register_type (type_module);
}
