/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * If the message is the one selected by the reader, Evolution's own action is used: it asks if so configured, and moves
 * on to the next message.
 */
#include "config.h"

#include "e-buoy-events.h"
#include "e-buoy-junk.h"

#include "buoy-buttons.h"

gboolean
e_buoy_junk_is (CamelFolder *folder, const char *uid)
{
  return (camel_folder_get_flags (folder) & CAMEL_FOLDER_IS_JUNK) != 0
         || (camel_folder_get_message_flags (folder, uid) & CAMEL_MESSAGE_JUNK) != 0;
}

void
e_buoy_junk_mark (CamelFolder *folder, const char *uid)
{
  const guint32 set = CAMEL_MESSAGE_SEEN | CAMEL_MESSAGE_JUNK | CAMEL_MESSAGE_JUNK_LEARN;

  camel_folder_set_message_flags (folder, uid, set | CAMEL_MESSAGE_NOTJUNK, set);
}

/* The reader whose only selected message is @uid; NULL. */
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
on_mark_junk (EMailDisplay *display)
{
  EMailPartList *part_list = e_mail_display_get_part_list (display);
  CamelFolder *folder = part_list != NULL ? e_mail_part_list_get_folder (part_list) : NULL;
  const char *uid = part_list != NULL ? e_mail_part_list_get_message_uid (part_list) : NULL;
  EMailReader *reader;

  if (folder == NULL || uid == NULL)
    return;
  reader = find_reader (display, uid);
  if (reader != NULL)
    e_buoy_compat_activate (reader, "mail-mark-junk");
  else
    e_buoy_junk_mark (folder, uid);
}

gboolean
e_buoy_junk_can_mark (EMailPartList *part_list)
{
  CamelFolder *folder = part_list != NULL ? e_mail_part_list_get_folder (part_list) : NULL;
  const char *uid = part_list != NULL ? e_mail_part_list_get_message_uid (part_list) : NULL;

  return folder != NULL && uid != NULL && !e_buoy_junk_is (folder, uid);
}

void
e_buoy_junk_offer (const EBuoyOffer *offer)
{
  GSimpleAction *action;

  if (!e_buoy_junk_can_mark (offer->part_list))
    return;
  action = e_buoy_actions_add (offer, BUOY_ACTION_MARK_JUNK, G_CALLBACK (on_mark_junk), offer->display);
  e_buoy_events_follow (offer, action, BUOY_EVENT_MARKED_JUNK);
}
