/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The whole case: every finding with its reason and evidence, then what could not be judged.
 */
#include "config.h"

#include "buoy-details.h"

#include <glib/gi18n-lib.h>

#include "buoy-facts.h"
#include "buoy-level-icon.h"

#define RESPONSE_COPY 1
#define ICON_PIXELS 40
#define SPACING 6
#define WIDTH 560
#define HEIGHT 520

static void
unref_notice (gpointer notice, GClosure *closure)
{
  buoy_notice_unref (notice);
}

static void
copy_to_clipboard (GtkWidget *widget, BuoyNotice *notice)
{
  g_autofree char *text = buoy_notice_to_text (notice);

  gtk_clipboard_set_text (gtk_widget_get_clipboard (widget, GDK_SELECTION_CLIPBOARD), text, -1);
}

static void
on_response (GtkDialog *dialog, int response, gpointer notice)
{
  if (response == RESPONSE_COPY)
    copy_to_clipboard (GTK_WIDGET (dialog), notice);
  else
    gtk_widget_destroy (GTK_WIDGET (dialog));
}

static GtkWidget *
finding_new (BuoyNotice *notice, guint finding, GtkSizeGroup *labels)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *explanation = buoy_label_new (buoy_notice_get_explanation (notice, finding), PANGO_WEIGHT_NORMAL);

  gtk_container_add (GTK_CONTAINER (box), buoy_fact_new (notice, finding, G_MAXUINT, labels));
  gtk_widget_set_margin_start (explanation, 2 * SPACING);
  gtk_container_add (GTK_CONTAINER (box), explanation);
  return box;
}

static GtkWidget *
summary_new (BuoyNotice *notice)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * SPACING);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_container_add (GTK_CONTAINER (column), buoy_label_new (buoy_notice_get_headline (notice), PANGO_WEIGHT_BOLD));
  gtk_container_add (GTK_CONTAINER (column), buoy_label_new (buoy_notice_get_advice (notice), PANGO_WEIGHT_NORMAL));
  gtk_box_pack_start (GTK_BOX (row), buoy_level_icon_new (buoy_notice_get_level (notice), ICON_PIXELS),
                      FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (row), column, TRUE, TRUE, 0);
  return row;
}

static void
add_remarks (GtkWidget *column, BuoyNotice *notice)
{
  guint n_remarks = buoy_notice_get_n_remarks (notice);

  if (n_remarks == 0)
    return;
  gtk_container_add (GTK_CONTAINER (column), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_container_add (GTK_CONTAINER (column), buoy_label_new (_("About this check"), PANGO_WEIGHT_BOLD));
  for (guint i = 0; i < n_remarks; i++)
    gtk_container_add (GTK_CONTAINER (column),
                       buoy_label_new (buoy_notice_get_remark (notice, i), PANGO_WEIGHT_NORMAL));
}

static GtkWidget *
column_new (BuoyNotice *notice)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * SPACING);
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_container_set_border_width (GTK_CONTAINER (column), 3 * SPACING);
  gtk_container_add (GTK_CONTAINER (column), summary_new (notice));
  for (guint i = 0; i < buoy_notice_get_n_findings (notice); i++)
    {
      gtk_container_add (GTK_CONTAINER (column), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_container_add (GTK_CONTAINER (column), finding_new (notice, i, labels));
    }
  add_remarks (column, notice);
  return column;
}

static GtkWidget *
scroller_new (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (scroller), child);
  return scroller;
}

GtkWidget *
buoy_details_present (BuoyNotice *notice, GtkWindow *parent)
{
  GtkWidget *dialog = gtk_dialog_new_with_buttons (_("Details of the warning"), parent,
                                                   GTK_DIALOG_DESTROY_WITH_PARENT,
                                                   _("_Copy"), RESPONSE_COPY,
                                                   _("_Close"), GTK_RESPONSE_CLOSE, NULL);
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));

  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), WIDTH, HEIGHT);
  gtk_box_pack_start (GTK_BOX (content), scroller_new (column_new (notice)), TRUE, TRUE, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), buoy_notice_ref (notice), unref_notice, 0);
  /* else the first host would have it, all of it marked and scrolled to */
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_CLOSE));
  gtk_widget_show_all (dialog);
  return dialog;
}
