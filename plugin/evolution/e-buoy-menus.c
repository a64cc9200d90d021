/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shows the details without a banner: what was found in a message without a warning, or why it was not analysed.
 */
#include "config.h"

#include "e-buoy-menus.h"

#include <glib/gi18n-lib.h>

#include "buoy-details.h"
#include "buoy-question.h"
#include "e-buoy-analysis.h"

#define KEY "bellbuoy-menus"

/* Translators: an entry of a menu of the mail client's; the mnemonic must not clash with the others of “Message”. */
#define LABEL N_ ("C_heck This Message…")

static const char *
explain (EBuoyAnalysis *analysis)
{
  if (analysis == NULL)
    return _ ("This message was not checked. Your own messages and news are not checked, and checking may be "
              "switched off in the preferences.");
  if (!e_buoy_analysis_is_finished (analysis))
    return _ ("The check isn’t finished yet.");
  return e_buoy_analysis_explain_error (analysis);
}

static void
check (EMailReader *reader)
{
  EMailPartList *part_list = e_mail_display_get_part_list (e_mail_reader_get_mail_display (reader));
  EBuoyAnalysis *analysis = part_list != NULL ? e_buoy_analysis_peek (part_list) : NULL;
  BuoyNotice *notice = analysis != NULL ? e_buoy_analysis_get_notice (analysis) : NULL;

  if (notice != NULL)
    buoy_details_present (e_buoy_analysis_get_inquiry (analysis), e_mail_reader_get_window (reader));
  else
    buoy_question_tell (e_mail_reader_get_window (reader), explain (analysis));
}

#ifdef E_TYPE_UI_ACTION

static void
on_activate (EUIAction *action, GVariant *parameter, gpointer reader)
{
  check (reader);
}

static void
add_entry (EMailReader *reader)
{
  static const EUIActionEntry entries[] = { { E_BUOY_MENUS_ACTION, NULL, LABEL, NULL, NULL, on_activate } };

  e_ui_manager_add_actions_with_eui_data (e_mail_reader_get_ui_manager (reader), "bellbuoy", GETTEXT_PACKAGE, entries,
                                          G_N_ELEMENTS (entries), reader, E_BUOY_MENUS_UI);
}

#else

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

typedef struct
{
  GtkUIManager *manager; /* owns us */
  guint merged;          /* 0: not merged */
} Menus;

static void
show_entry (Menus *menus, gboolean visible)
{
  if (visible && menus->merged == 0)
    menus->merged = gtk_ui_manager_add_ui_from_string (menus->manager, E_BUOY_MENUS_UI, -1, NULL);
  else if (!visible && menus->merged != 0)
    {
      gtk_ui_manager_remove_ui (menus->manager, menus->merged);
      menus->merged = 0;
    }
}

/* A view's menus exist only while it is active; adding ours would bring them back. */
static void
on_toggled (EShellView *view, Menus *menus)
{
  show_entry (menus, e_shell_view_is_active (view));
}

static Menus *
menus_new (EMailReader *reader, GtkUIManager *manager)
{
  GtkActionGroup *group = gtk_action_group_new ("bellbuoy");
  GtkAction *action = gtk_action_new (E_BUOY_MENUS_ACTION, _ (LABEL), NULL, NULL);
  Menus *menus = g_new0 (Menus, 1);

  menus->manager = manager;
  g_signal_connect_object (action, "activate", G_CALLBACK (check), reader, G_CONNECT_SWAPPED);
  gtk_action_group_add_action (group, action);
  gtk_ui_manager_insert_action_group (manager, group, -1);
  g_object_unref (action);
  g_object_unref (group);
  g_object_set_data_full (G_OBJECT (manager), KEY, menus, g_free);
  return menus;
}

static void
add_entry (EMailReader *reader)
{
  GtkWindow *window = e_mail_reader_get_window (reader);

  if (E_IS_MAIL_BROWSER (window))
    show_entry (menus_new (reader, e_mail_browser_get_ui_manager (E_MAIL_BROWSER (window))), TRUE);
  else if (E_IS_SHELL_WINDOW (window))
    {
      EShellView *view = e_shell_window_get_shell_view (E_SHELL_WINDOW (window), "mail");
      Menus *menus = menus_new (reader, e_shell_window_get_ui_manager (E_SHELL_WINDOW (window)));

      g_signal_connect_after (view, "toggled", G_CALLBACK (on_toggled), menus);
      on_toggled (view, menus);
    }
}

G_GNUC_END_IGNORE_DEPRECATIONS

#endif

void
e_buoy_menus_want (EMailDisplay *display)
{
  GtkWidget *reader = gtk_widget_get_ancestor (GTK_WIDGET (display), E_TYPE_MAIL_READER);

  if (reader == NULL || g_object_get_data (G_OBJECT (reader), KEY) != NULL)
    return;
  g_object_set_data (G_OBJECT (reader), KEY, GINT_TO_POINTER (TRUE));
  add_entry (E_MAIL_READER (reader));
}
