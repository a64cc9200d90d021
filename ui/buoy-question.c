/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The safe answer has the focus, and Escape chooses it, too. Long URLs wrap.
 */
#include "config.h"

#include "buoy-question.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"
#include "buoy-facts.h"
#include "buoy-level-icon.h"
#include "notice/buoy-shown.h"

#define ICON_EMS 3
#define MAX_SITE_CHARS 50 /* a longer address wraps */

struct _BuoyQuestion
{
  GtkMessageDialog parent;

  BuoyOpenFunc accept; /* NULL if there is nothing to accept */
  gpointer data;
  GDestroyNotify free_data;
};

G_DEFINE_FINAL_TYPE (BuoyQuestion, buoy_question, GTK_TYPE_MESSAGE_DIALOG)

static void
buoy_question_response (GtkDialog *dialog, int response)
{
  BuoyQuestion *self = BUOY_QUESTION (dialog);

  if (response == GTK_RESPONSE_ACCEPT && self->accept != NULL)
    self->accept (self->data);
  gtk_widget_destroy (GTK_WIDGET (dialog));
}

static void
buoy_question_dispose (GObject *object)
{
  BuoyQuestion *self = BUOY_QUESTION (object);

  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  G_OBJECT_CLASS (buoy_question_parent_class)->dispose (object);
}

static void
buoy_question_class_init (BuoyQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = buoy_question_dispose;
  GTK_DIALOG_CLASS (klass)->response = buoy_question_response;
}

static void
buoy_question_init (BuoyQuestion *self)
{
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

BuoyQuestion *
buoy_question_new (GtkWindow *parent, GtkMessageType type, const char *headline, const char *facts)
{
  BuoyQuestion *self = g_object_new (BUOY_TYPE_QUESTION, "use-header-bar", FALSE, "transient-for", parent,
                                     "message-type", type, "buttons", GTK_BUTTONS_NONE, "text", headline, NULL);

  if (facts != NULL)
    gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (self), "%s", facts);
  return self;
}

/* The texts about one kind of doubt. */
typedef struct
{
  const char *headline;
  const char *shown; /* labels of the two sites */
  const char *actual;
  const char *harm; /* what may happen */
} DoubtWords;

static const DoubtWords doubt_words[] = {
  [BUOY_DOUBT_FALSE_LINK] = { N_ ("This link does not lead where it says"), N_ ("Shown"), N_ ("Really opens"),
                              N_ ("Whoever runs that site may be after your password or your card number.") },
  [BUOY_DOUBT_LOOKALIKE]
  = { N_ ("This link opens a site that looks like another one"), N_ ("Looks like"), N_ ("Really opens"),
      N_ ("Whoever runs that site may be after your password or your card number.") },
  [BUOY_DOUBT_LISTED] = { N_ ("This link opens a blocked site"), NULL, N_ ("Really opens"),
                          N_ ("It is on a block list that you or your organisation use: it may do harm.") },
  [BUOY_DOUBT_UNCHECKED] = { N_ ("This link has not been checked yet"), NULL, NULL,
                             N_ ("The check of this message is still running. Please wait a moment and try again.") },
  [BUOY_DOUBT_UNREAD] = { N_ ("This link could not be checked"), NULL, N_ ("Really opens"),
                          N_ ("Not all of this message could be checked. The link may not lead where it says.") },
  [BUOY_DOUBT_FORM] = { N_ ("This form is in a suspicious message"), NULL, N_ ("Sent to"),
                        N_ ("Whoever receives what you have entered can read and use it.") },
};

/* (nullable): NULL while the check is running: the reader only has to wait. */
static char *
advise (const BuoyDoubt *doubt)
{
  const char *company = doubt->shown != NULL ? buoy_shown_find_company (doubt->shown) : NULL;

  if (doubt->kind == BUOY_DOUBT_UNCHECKED)
    return NULL;
  if (company == NULL)
    return g_strdup (_ ("Use your own bookmark or the official app instead."));
  /* Translators: %s is a company. */
  return g_strdup_printf (_ ("If you want to go to %s, use your own bookmark or the official app."), company);
}

/* @second: (nullable) */
static char *
join_sentences (const char *first, const char *second)
{
  if (second == NULL)
    return g_strdup (first);
  /* Translators: two sentences, one after the other; languages without spaces between sentences leave it out. */
  return g_strdup_printf (_ ("%1$s %2$s"), first, second);
}

/* What may happen, what to do instead, and whom to ask. */
static char *
describe (const BuoyDoubt *doubt, const char *support, gboolean is_refused)
{
  g_autofree char *advice = advise (doubt);
  g_autofree char *harm = join_sentences (_ (doubt_words[doubt->kind].harm), advice);
  g_autofree char *all = join_sentences (harm, advice != NULL ? support : NULL);

  if (!is_refused)
    return g_steal_pointer (&all);
  return g_strdup_printf ("%s\n\n%s", all, _ ("Your settings do not allow opening this link."));
}

static int
add_site (GtkWidget *grid, int row, const char *label, const char *site)
{
  g_autofree char *shown = NULL;

  if (label == NULL || site == NULL)
    return row;
  shown = buoy_shown_text (site);
  buoy_line_add (GTK_GRID (grid), row, FALSE);
  buoy_line_set (GTK_GRID (grid), row, _ (label), shown);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (grid), 1, row)), MAX_SITE_CHARS);
  return row + 1;
}

/* Adds the sites between the headline and the text, with the part that identifies the owner in bold. */
static void
add_sites (BuoyQuestion *self, const BuoyDoubt *doubt)
{
  const DoubtWords *words = &doubt_words[doubt->kind];
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (self));
  GtkWidget *grid = gtk_grid_new ();
  const int first = add_site (grid, 0, words->shown, doubt->shown);

  add_site (grid, first, words->actual, doubt->actual);
  gtk_widget_show_all (grid);
  gtk_box_pack_start (GTK_BOX (area), grid, FALSE, FALSE, 0);
  gtk_box_reorder_child (GTK_BOX (area), grid, 1);
}

static void
add_icon (BuoyQuestion *self)
{
  GtkWidget *area = gtk_message_dialog_get_message_area (GTK_MESSAGE_DIALOG (self));
  GtkWidget *row = gtk_widget_get_parent (area);
  GtkWidget *icon = buoy_level_icon_new (BUOY_LEVEL_DANGER, ICON_EMS);

  gtk_widget_show (icon);
  gtk_box_pack_start (GTK_BOX (row), icon, FALSE, FALSE, 0);
  gtk_box_reorder_child (GTK_BOX (row), icon, 0);
}

static void
add_buttons (GtkDialog *dialog, const BuoyDoubt *doubt, gboolean is_refused)
{
  const gboolean is_form = doubt->kind == BUOY_DOUBT_FORM;
  GtkWidget *accept;

  if (is_refused)
    {
      gtk_dialog_add_button (dialog, _ ("_Close"), GTK_RESPONSE_CANCEL);
      return;
    }
  gtk_dialog_add_button (dialog, is_form ? _ ("Do _Not Send") : _ ("Do _Not Open"), GTK_RESPONSE_CANCEL);
  accept = gtk_dialog_add_button (dialog, is_form ? _ ("_Send Anyway") : _ ("_Open Anyway"), GTK_RESPONSE_ACCEPT);
  gtk_style_context_add_class (gtk_widget_get_style_context (accept), GTK_STYLE_CLASS_DESTRUCTIVE_ACTION);
}

void
buoy_question_run (BuoyQuestion *self, int default_response, BuoyOpenFunc accept, gpointer data,
                   GDestroyNotify free_data)
{
  GtkDialog *dialog = GTK_DIALOG (self);

  self->accept = accept;
  self->data = data;
  self->free_data = free_data;
  gtk_dialog_set_default_response (dialog, default_response);
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (dialog, default_response));
  gtk_window_present (GTK_WINDOW (self));
}

void
buoy_question_ask (GtkWindow *parent, const BuoyDoubt *doubt, const char *support, BuoyOpenFunc open, gpointer data,
                   GDestroyNotify free_data)
{
  const gboolean is_refused = open == NULL;
  g_autofree char *facts = describe (doubt, support, is_refused);
  BuoyQuestion *self = buoy_question_new (parent, GTK_MESSAGE_WARNING, _ (doubt_words[doubt->kind].headline), facts);

  add_icon (self);
  add_sites (self, doubt);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  add_buttons (GTK_DIALOG (self), doubt, is_refused);
  buoy_question_run (self, GTK_RESPONSE_CANCEL, open, data, free_data);
}

void
buoy_question_offer_junk (GtkWindow *parent, BuoyOpenFunc mark, gpointer data, GDestroyNotify free_data)
{
  BuoyQuestion *self = buoy_question_new (parent, GTK_MESSAGE_QUESTION,
                                          C_ ("Evolution", "Mark the reported message as junk too?"), NULL);

  gtk_dialog_add_buttons (GTK_DIALOG (self), _ ("_Leave It"), GTK_RESPONSE_CANCEL, C_ ("Evolution", "Mark as _Junk"),
                          GTK_RESPONSE_ACCEPT, NULL);
  buoy_question_run (self, GTK_RESPONSE_ACCEPT, mark, data, free_data);
}

void
buoy_question_tell (GtkWindow *parent, const char *what)
{
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_INFO, GTK_BUTTONS_CLOSE, "%s", what);

  g_signal_connect (dialog, "response", G_CALLBACK (gtk_widget_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
