/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All details: first what does not match, then the rest in the order in which a person would report it.
 */
#include "config.h"

#include "buoy-details.h"

#include <glib/gi18n-lib.h>

#include "buoy-details-words.h"
#include "buoy-facts.h"
#include "buoy-headline.h"
#include "buoy-level-icon.h"
#include "buoy-link-list.h"
#include "buoy-look-up.h"
#include "buoy-route.h"
#include "buoy-section.h"
#include "buoy-style.h"
#include "buoy-sentence.h"
#include "buoy-template.h"

#define RESPONSE_COPY 1
#define ICON_EMS 3
#define SPACING 6
#define WIDTH_EMS 46
#define HEIGHT_EMS 50

struct _BuoyDetails
{
  GtkDialog parent;

  GtkBox *column; /* of sections */
  BuoyInquiry *inquiry;
};

G_DEFINE_FINAL_TYPE (BuoyDetails, buoy_details, GTK_TYPE_DIALOG)

static void
copy_to_clipboard (BuoyDetails *self)
{
  g_autofree char *text = buoy_details_to_text (buoy_inquiry_get_notice (self->inquiry));

  gtk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self), GDK_SELECTION_CLIPBOARD), text, -1);
}

static void
buoy_details_response (GtkDialog *dialog, int response)
{
  if (response == RESPONSE_COPY)
    copy_to_clipboard (BUOY_DETAILS (dialog));
  else
    gtk_widget_destroy (GTK_WIDGET (dialog));
}

static gboolean
warns (BuoyNotice *notice)
{
  return buoy_notice_get_level (notice) > BUOY_LEVEL_NONE;
}

static GtkWidget *
summary_new (BuoyNotice *notice)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * SPACING);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *headline = buoy_headline_new ();

  buoy_headline_set (BUOY_HEADLINE (headline), buoy_notice_get_level (notice), buoy_notice_get_level_word (notice),
                     buoy_notice_get_headline (notice));
  gtk_container_add (GTK_CONTAINER (column), headline);
  gtk_container_add (GTK_CONTAINER (column), buoy_label_new (buoy_details_advise (notice), PANGO_WEIGHT_NORMAL));
  if (warns (notice))
    gtk_box_pack_start (GTK_BOX (row), buoy_level_icon_new (buoy_notice_get_level (notice), ICON_EMS), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (row), column, TRUE, TRUE, 0);
  return row;
}

static void
add_texts (GtkWidget *column, const char *title, const GPtrArray *texts)
{
  GtkWidget *section;

  if (texts->len == 0)
    return;
  section = buoy_section_new (title);
  for (guint i = 0; i < texts->len; i++)
    buoy_section_add_text (BUOY_SECTION (section), g_ptr_array_index (texts, i));
  gtk_container_add (GTK_CONTAINER (column), section);
}

static void
add_statements (GtkWidget *column, BuoyStory *story, BuoyTopic topic, const char *title)
{
  add_texts (column, title, buoy_story_get_statements (story, topic));
}

static void
add_route (GtkWidget *column, BuoyStory *story, BuoyNotice *notice)
{
  GtkWidget *section;

  if (buoy_story_get_hops (story)->len == 0)
    return;
  section = buoy_section_new (_ ("The route it took"));
  gtk_container_add (GTK_CONTAINER (section), buoy_route_new (story, buoy_details_get_origin_level (notice)));
  gtk_container_add (GTK_CONTAINER (column), section);
}

static void
add_links (GtkWidget *column, BuoyStory *story, BuoyLevel level)
{
  GtkWidget *section;

  if (buoy_story_get_links (story)->len == 0)
    return;
  section = buoy_section_new (_ ("Where its links lead"));
  gtk_container_add (GTK_CONTAINER (section), buoy_link_list_new (story, level));
  gtk_container_add (GTK_CONTAINER (column), section);
}

static GtkWidget *
finding_new (const BuoyNoticeFinding *finding, GtkSizeGroup *labels)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_container_add (GTK_CONTAINER (card), buoy_fact_new (finding, labels));
  gtk_container_add (GTK_CONTAINER (card), buoy_label_new (finding->explanation, PANGO_WEIGHT_NORMAL));
  buoy_style_apply (card, "bellbuoy-card", BUOY_LEVEL_NONE);
  return card;
}

static void
add_findings (GtkWidget *column, const GPtrArray *findings)
{
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *section;

  if (findings->len == 0)
    return;
  section = buoy_section_new (_ ("What does not add up"));
  for (guint i = 0; i < findings->len; i++)
    gtk_container_add (GTK_CONTAINER (section), finding_new (g_ptr_array_index (findings, i), labels));
  gtk_container_add (GTK_CONTAINER (column), section);
}

static void
add_look_up (GtkWidget *column, BuoyInquiry *inquiry)
{
  GtkWidget *section = buoy_look_up_new (inquiry);

  if (section != NULL)
    gtk_container_add (GTK_CONTAINER (column), section);
}

static void
fill (BuoyDetails *self)
{
  GtkWidget *column = GTK_WIDGET (self->column);
  BuoyNotice *notice = buoy_inquiry_get_notice (self->inquiry);
  g_autoptr (BuoyStory) story = buoy_story_new (notice);

  gtk_window_set_title (GTK_WINDOW (self),
                        warns (notice) ? _ ("Details of the Warning") : _ ("What Was Found in This Message"));
  gtk_container_foreach (GTK_CONTAINER (column), (GtkCallback) gtk_widget_destroy, NULL);
  gtk_container_add (GTK_CONTAINER (column), summary_new (notice));
  add_findings (column, buoy_notice_get_findings (notice));
  add_statements (column, story, BUOY_TOPIC_SENDER, _ ("Who it claims to be from"));
  add_route (column, story, notice);
  add_look_up (column, self->inquiry);
  add_statements (column, story, BUOY_TOPIC_AUTHENTICATION, _ ("Sender verification"));
  add_links (column, story, buoy_notice_get_level (notice));
  add_statements (column, story, BUOY_TOPIC_IN_FAVOUR, _ ("What supports the sender"));
  add_texts (column, _ ("About this check"), buoy_notice_get_remarks (notice));
}

/* The size follows the text size, as far as the screen allows. */
static void
set_size (GtkWidget *dialog)
{
  GdkMonitor *monitor = gdk_display_get_monitor (gtk_widget_get_display (dialog), 0);
  double em = buoy_style_get_em (dialog);
  GdkRectangle area = { 0, 0, G_MAXINT, G_MAXINT };

  if (monitor != NULL)
    gdk_monitor_get_workarea (monitor, &area);
  gtk_window_set_default_size (GTK_WINDOW (dialog), MIN ((int) (WIDTH_EMS * em), area.width / 10 * 9),
                               MIN ((int) (HEIGHT_EMS * em), area.height / 10 * 9));
}

static void
buoy_details_finalize (GObject *object)
{
  BuoyDetails *self = BUOY_DETAILS (object);

  g_clear_object (&self->inquiry);
  G_OBJECT_CLASS (buoy_details_parent_class)->finalize (object);
}

static void
buoy_details_class_init (BuoyDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = buoy_details_finalize;
  GTK_DIALOG_CLASS (klass)->response = buoy_details_response;
  buoy_template_set (widget_class, "buoy-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BuoyDetails, column);
}

static void
buoy_details_init (BuoyDetails *self)
{
  GtkDialog *dialog = GTK_DIALOG (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_dialog_add_buttons (dialog, _ ("_Copy Details"), RESPONSE_COPY, _ ("_Close"), GTK_RESPONSE_CLOSE, NULL);
  gtk_dialog_set_default_response (dialog, GTK_RESPONSE_CLOSE);
}

/* Updates the window: there is a result, or a lookup has started. The button that had the focus is gone. */
static void
on_changed (BuoyDetails *self)
{
  fill (self);
  gtk_widget_show_all (GTK_WIDGET (self->column));
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (GTK_DIALOG (self), GTK_RESPONSE_CLOSE));
}

GtkWidget *
buoy_details_present (BuoyInquiry *inquiry, GtkWindow *parent)
{
  BuoyDetails *self = g_object_new (BUOY_TYPE_DETAILS, "use-header-bar", FALSE, "transient-for", parent, NULL);
  GtkDialog *dialog = GTK_DIALOG (self);

  self->inquiry = g_object_ref (inquiry);
  g_signal_connect_object (inquiry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  set_size (GTK_WIDGET (self));
  fill (self);
  /* otherwise the first host would be focused, selected and scrolled to */
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (dialog, GTK_RESPONSE_CLOSE));
  gtk_widget_show_all (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
