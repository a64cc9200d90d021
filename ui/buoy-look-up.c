/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What will be looked up is listed above the button that starts it.
 */
#include "config.h"

#include "buoy-look-up.h"

#include <glib/gi18n-lib.h>

#include "buoy-section.h"
#include "buoy-sentence.h"
#include "notice/buoy-questions-text.h"

#define SPACING 6

static GtkWidget *
button_new (const char *label, GCallback activate, BuoyInquiry *inquiry)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", activate, inquiry, G_CONNECT_SWAPPED);
  return button;
}

/* A pulsing progress bar would need a timer; the spinner stops if animations are disabled. */
static GtkWidget *
progress_new (BuoyInquiry *inquiry)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_container_add (GTK_CONTAINER (row), spinner);
  gtk_container_add (GTK_CONTAINER (row),
                     buoy_label_new (_ ("Asking… The warning stays as it is meanwhile."), PANGO_WEIGHT_NORMAL));
  gtk_box_pack_end (GTK_BOX (row), button_new (_ ("_Stop"), G_CALLBACK (buoy_inquiry_stop), inquiry), FALSE, FALSE, 0);
  return row;
}

GtkWidget *
buoy_look_up_new (BuoyInquiry *inquiry)
{
  const BuoyInquiryState state = buoy_inquiry_get_state (inquiry);
  const BuoyQuestions *questions = buoy_inquiry_get_questions (inquiry);
  g_auto (GStrv) promise = NULL;
  GtkWidget *section;

  if (state == BUOY_INQUIRY_CLOSED || questions == NULL)
    return NULL;
  promise = buoy_questions_tell (questions);
  /* Translators: the title of a chapter of the details, and the button in it. */
  section = buoy_section_new (_ ("Look up"));
  for (guint i = 0; promise[i] != NULL; i++)
    buoy_section_add_text (BUOY_SECTION (section), promise[i]);
  if (state == BUOY_INQUIRY_STOPPED)
    buoy_section_add_text (BUOY_SECTION (section), _ ("Stopped. Nothing more is asked."));
  if (state == BUOY_INQUIRY_RUNNING)
    gtk_container_add (GTK_CONTAINER (section), progress_new (inquiry));
  else
    gtk_container_add (GTK_CONTAINER (section), button_new (_ ("_Look Up"), G_CALLBACK (buoy_inquiry_start), inquiry));
  return section;
}
