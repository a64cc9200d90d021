/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * If the message is the one selected by the reader, Evolution's own action is used: it asks for confirmation if so
 * configured, and moves on to the next message, whose banner has its button in the same place. A bar above it shows
 * what was done.
 */
#include "config.h"

#include "e-buoy-events.h"
#include "e-buoy-folder.h"
#include "e-buoy-junk.h"

#include <glib/gi18n-lib.h>

#include "buoy-buttons.h"
#include "buoy-undo-bar.h"
#include "notice/buoy-shown.h"

#define UNDO "undo-junk"
#define UNDO_SECONDS 30
#define HASTE_US (G_USEC_PER_SEC) /* ignore the second click of a double click, which would be for the next message */
#define MARKED "bellbuoy-junk-marked"

/* The marked message, for undo. */
typedef struct
{
  CamelFolder *folder;
  char *uid;
  GtkWidget *bar; /* weak */
  guint timeout;
} Marked;

void
e_buoy_junk_mark (CamelFolder *folder, const char *uid)
{
  const guint32 set = CAMEL_MESSAGE_SEEN | CAMEL_MESSAGE_JUNK | CAMEL_MESSAGE_JUNK_LEARN;

  camel_folder_set_message_flags (folder, uid, set | CAMEL_MESSAGE_NOTJUNK, set);
}

/* The EMailReader whose only selected message is @uid. (nullable) */
static EMailReader *
find_reader (EMailDisplay *display, const char *uid)
{
  GtkWidget *reader = gtk_widget_get_ancestor (GTK_WIDGET (display), E_TYPE_MAIL_READER);
  g_autoptr (GPtrArray) uids = reader != NULL ? e_mail_reader_get_selected_uids (E_MAIL_READER (reader)) : NULL;

  if (uids == NULL || uids->len != 1 || !g_str_equal (g_ptr_array_index (uids, 0), uid))
    return NULL;
  return E_MAIL_READER (reader);
}

static void
marked_free (gpointer data)
{
  Marked *marked = data;
  GtkWidget *bar = marked->bar;

  g_clear_handle_id (&marked->timeout, g_source_remove);
  g_clear_weak_pointer (&marked->bar);
  if (bar != NULL)
    gtk_widget_destroy (bar);
  g_object_unref (marked->folder);
  g_free (marked->uid);
  g_free (marked);
}

static void
forget (EMailDisplay *display)
{
  g_object_set_data (G_OBJECT (display), MARKED, NULL);
}

static gboolean
on_timeout (gpointer display)
{
  Marked *marked = g_object_get_data (display, MARKED);

  marked->timeout = 0;
  forget (display);
  return G_SOURCE_REMOVE;
}

/* Like Evolution's own "Mark as Not Junk". */
static void
on_undo (EMailDisplay *display)
{
  const Marked *marked = g_object_get_data (G_OBJECT (display), MARKED);
  const guint32 set = CAMEL_MESSAGE_NOTJUNK | CAMEL_MESSAGE_JUNK_LEARN;

  if (marked == NULL)
    return;
  camel_folder_set_message_flags (marked->folder, marked->uid, set | CAMEL_MESSAGE_JUNK, set);
  forget (display);
}

static GtkWidget *
bar_new (EMailDisplay *display, CamelFolder *folder, const char *uid)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const EBuoyOffer offer = { .display = display, .actions = G_ACTION_MAP (group) };
  g_autoptr (CamelMessageInfo) info = camel_folder_get_message_info (folder, uid);
  const char *subject = info != NULL ? camel_message_info_get_subject (info) : NULL;
  g_autofree char *shown = buoy_shown_text (subject != NULL ? subject : "");
  /* Translators: %s is the subject of a mail. */
  g_autofree char *words = g_strdup_printf (C_ ("Evolution", "Marked as junk: “%s”"), shown);

  e_buoy_actions_add (&offer, UNDO, G_CALLBACK (on_undo), display);
  return buoy_undo_bar_new (words, G_ACTION_GROUP (group), UNDO);
}

/* Shows the bar, which stays while the next message is shown. */
static void
offer_undo (EMailDisplay *display, CamelFolder *folder, const char *uid)
{
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (display), E_TYPE_PREVIEW_PANE);
  Marked *marked;

  if (pane == NULL)
    return;
  marked = g_new0 (Marked, 1);
  marked->folder = g_object_ref (folder);
  marked->uid = g_strdup (uid);
  g_set_weak_pointer (&marked->bar, bar_new (display, folder, uid));
  gtk_box_pack_start (GTK_BOX (pane), marked->bar, FALSE, FALSE, 0);
  gtk_box_reorder_child (GTK_BOX (pane), marked->bar, 0);
  marked->timeout = g_timeout_add_seconds (UNDO_SECONDS, on_timeout, display);
  g_object_set_data_full (G_OBJECT (display), MARKED, marked, marked_free);
}

static gboolean
is_hasty (void)
{
  static gint64 last;
  const gint64 now = g_get_monotonic_time ();
  const gboolean hasty = last != 0 && now - last < HASTE_US;

  last = now;
  return hasty;
}

static void
mark (EMailDisplay *display, CamelFolder *folder, const char *uid)
{
  EMailReader *reader = find_reader (display, uid);

  if (reader != NULL)
    e_buoy_compat_activate (reader, "mail-mark-junk");
  else
    e_buoy_junk_mark (folder, uid);
}

/* Before this returns, the next message may be shown, or the window be closed. */
static void
on_mark_junk (EMailDisplay *display)
{
  EMailPartList *part_list = e_mail_display_get_part_list (display);
  CamelFolder *folder = part_list != NULL ? e_mail_part_list_get_folder (part_list) : NULL;
  const char *uid = part_list != NULL ? e_mail_part_list_get_message_uid (part_list) : NULL;
  g_autoptr (GObject) display_kept = g_object_ref (G_OBJECT (display));
  g_autoptr (GObject) part_list_kept = NULL;
  g_autoptr (EBuoyAnalysis) analysis = NULL;

  if (folder == NULL || uid == NULL || is_hasty ())
    return;
  part_list_kept = g_object_ref (G_OBJECT (part_list));
  g_set_object (&analysis, e_buoy_analysis_peek (part_list));
  mark (display, folder, uid);
  if (!e_buoy_folder_has_as_junk (folder, uid)) /* Evolution asked for confirmation, and the reader declined */
    return;
  e_buoy_events_send (analysis, BUOY_EVENT_MARKED_JUNK, NULL);
  offer_undo (display, folder, uid);
}

gboolean
e_buoy_junk_can_mark (EMailPartList *part_list)
{
  CamelFolder *folder = part_list != NULL ? e_mail_part_list_get_folder (part_list) : NULL;
  const char *uid = part_list != NULL ? e_mail_part_list_get_message_uid (part_list) : NULL;

  return folder != NULL && uid != NULL && !e_buoy_folder_has_as_junk (folder, uid);
}

void
e_buoy_junk_offer (const EBuoyOffer *offer)
{
  if (e_buoy_junk_can_mark (offer->part_list))
    e_buoy_actions_add (offer, BUOY_ACTION_MARK_JUNK, G_CALLBACK (on_mark_junk), offer->display);
}
