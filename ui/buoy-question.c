/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The safe answer has the focus, and Escape chooses it too. An address may be long: the label wraps it.
 */
#include "config.h"

#include "buoy-question.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"

struct _BuoyQuestion
{
  GtkMessageDialog parent;

  BuoyOpenFunc accept; /* NULL: there is nothing to accept */
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
    case BUOY_DOUBT_LISTED:
      return _ ("This link opens a blocked site");
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
  else if (doubt->kind == BUOY_DOUBT_LISTED)
    /* Translators: %s is a site. */
    facts = g_strdup_printf (_ ("A block list that you or your organisation use names it: %s"), actual);
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
buoy_question_ask (GtkWindow *parent, const BuoyDoubt *doubt, BuoyOpenFunc open, gpointer data,
                   GDestroyNotify free_data)
{
  const gboolean is_refused = open == NULL;
  g_autofree char *facts = describe (doubt, is_refused);
  BuoyQuestion *self = buoy_question_new (parent, GTK_MESSAGE_WARNING, headline_of (doubt->kind), facts);

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
