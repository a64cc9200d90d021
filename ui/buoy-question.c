/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The safe answer has the focus, and Escape chooses it too. An address may be long: the label wraps it.
 */
#include "config.h"

#include "buoy-question.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"

typedef struct
{
  BuoyOpenFunc open;
  gpointer data;
  GDestroyNotify free_data;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->free_data != NULL)
    question->free_data (question->data);
  g_free (question);
}

static void
on_response (GtkDialog *dialog, int response, gpointer data)
{
  Question *question = data;

  if (response == GTK_RESPONSE_ACCEPT && question->open != NULL)
    question->open (question->data);
  gtk_widget_destroy (GTK_WIDGET (dialog));
}

static const char *
headline_of (BuoyDoubtKind kind)
{
  switch (kind)
    {
    case BUOY_DOUBT_UNCHECKED:
      return _ ("This link has not been checked yet");
    case BUOY_DOUBT_UNREAD:
      return _ ("This link could not be checked");
    case BUOY_DOUBT_FORM:
      return _ ("This form is in a suspicious message");
    case BUOY_DOUBT_LOOKALIKE:
      return _ ("This link opens a site that looks like another one");
    case BUOY_DOUBT_FALSE_LINK:
    default:
      return _ ("This link does not lead where it says");
    }
}

static char *
describe (const BuoyDoubt *doubt, gboolean is_refused)
{
  g_autofree char *facts = NULL;
  g_autofree char *shown = doubt->shown != NULL ? buoy_shown_text (doubt->shown) : NULL;
  g_autofree char *actual = doubt->actual != NULL ? buoy_shown_text (doubt->actual) : NULL;

  if (doubt->kind == BUOY_DOUBT_FALSE_LINK)
    /* Translators: %1$s is the site that a link's text names, %2$s the site that it opens; keep the two lines. */
    facts = g_strdup_printf (_ ("Shown: %1$s\nReally opens: %2$s"), shown, actual);
  else if (doubt->kind == BUOY_DOUBT_LOOKALIKE)
    /* Translators: %1$s is the site that is imitated, %2$s the site that the link opens; keep the two lines. */
    facts = g_strdup_printf (_ ("Looks like: %1$s\nReally opens: %2$s"), shown, actual);
  else if (doubt->kind == BUOY_DOUBT_FORM)
    /* Translators: %s is an address. */
    facts = g_strdup_printf (_ ("What you have entered would be sent to: %s"), actual);
  else if (doubt->kind == BUOY_DOUBT_UNREAD)
    /* Translators: %s is the address that a link opens; keep the two lines. */
    facts = g_strdup_printf (_ ("Not all of this message could be checked. The link may not lead where it says.\n"
                                "It opens: %s"),
                             actual);
  else
    facts = g_strdup (_ ("The check of this message is still running. Please wait a moment and try again."));
  if (is_refused)
    return g_strdup_printf ("%s%s%s", facts != NULL ? facts : "", facts != NULL ? "\n\n" : "",
                            _ ("Your settings do not allow opening this link."));
  return g_steal_pointer (&facts);
}

static void
add_buttons (GtkDialog *dialog, const BuoyDoubt *doubt, gboolean is_refused)
{
  if (is_refused)
    {
      gtk_dialog_add_button (dialog, _ ("_Close"), GTK_RESPONSE_CANCEL);
      return;
    }
  gtk_dialog_add_button (dialog, doubt->kind == BUOY_DOUBT_FORM ? _ ("_Send Anyway") : _ ("_Open Anyway"),
                         GTK_RESPONSE_ACCEPT);
  gtk_dialog_add_button (dialog, doubt->kind == BUOY_DOUBT_FORM ? _ ("Do _Not Send") : _ ("Do _Not Open"),
                         GTK_RESPONSE_CANCEL);
}

static GtkWidget *
dialog_new (GtkWindow *parent, const BuoyDoubt *doubt, gboolean is_refused)
{
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_WARNING, GTK_BUTTONS_NONE, "%s", headline_of (doubt->kind));
  g_autofree char *description = describe (doubt, is_refused);

  if (description != NULL)
    gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", description);
  add_buttons (GTK_DIALOG (dialog), doubt, is_refused);
  return dialog;
}

void
buoy_question_run (GtkWidget *dialog, int default_response, BuoyOpenFunc accept, gpointer data,
                   GDestroyNotify free_data)
{
  Question *question = g_new0 (Question, 1);

  question->open = accept;
  question->data = data;
  question->free_data = free_data;
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), default_response);
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), default_response));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
buoy_question_ask (GtkWindow *parent, const BuoyDoubt *doubt, BuoyOpenFunc open, gpointer data,
                   GDestroyNotify free_data)
{
  buoy_question_run (dialog_new (parent, doubt, open == NULL), GTK_RESPONSE_CANCEL, open, data, free_data);
}

void
buoy_question_offer_junk (GtkWindow *parent, BuoyOpenFunc mark, gpointer data, GDestroyNotify free_data)
{
  GtkWidget *dialog
      = gtk_message_dialog_new (parent, GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s",
                                C_ ("Evolution", "Mark the reported message as junk too?"));

  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Leave It"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (GTK_DIALOG (dialog), C_ ("Evolution", "Mark as _Junk"), GTK_RESPONSE_ACCEPT);
  buoy_question_run (dialog, GTK_RESPONSE_ACCEPT, mark, data, free_data);
}

void
buoy_question_tell (GtkWindow *parent, const char *what)
{
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_INFO, GTK_BUTTONS_CLOSE, "%s", what);

  g_signal_connect (dialog, "response", G_CALLBACK (gtk_widget_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
