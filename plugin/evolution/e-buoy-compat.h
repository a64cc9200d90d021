/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Differences between Evolution 3.46 and 3.56, and the headers that all versions have.
 */
#pragma once

#include <e-util/e-util.h>
#include <em-format/e-mail-part-list.h>
#include <libebackend/libebackend.h>
#include <libebook/libebook.h>
#include <libemail-engine/libemail-engine.h>
#include <mail/e-mail-browser.h>
#include <mail/e-mail-display.h>
#include <mail/e-mail-reader.h>
#include <shell/e-shell-view.h>
#include <shell/e-shell-window.h>
#include <shell/e-shell.h>

/* Runs one of Evolution's own actions as its menu does. Actions have another type since 3.55.1. */
static inline void
e_buoy_compat_activate (EMailReader *reader, const char *name)
{
#ifdef E_TYPE_UI_ACTION
  g_action_activate (G_ACTION (e_mail_reader_get_action (reader, name)), NULL);
#else
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_action_activate (e_mail_reader_get_action (reader, name));
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

/* The place of our entry in the message menus, which are described differently since 3.55.1. */
#define E_BUOY_MENUS_ACTION "bellbuoy-check-message"
#ifdef E_TYPE_UI_ACTION
#define E_BUOY_MENUS_UI                                                                                \
  "<eui><menu id='main-menu'><placeholder id='custom-menus'><submenu action='mail-message-menu'>"      \
  "<placeholder id='mail-message-custom-menus'><item action='" E_BUOY_MENUS_ACTION "'/></placeholder>" \
  "</submenu></placeholder></menu>"                                                                    \
  "<menu id='mail-preview-popup' is-popup='true'><placeholder id='mail-preview-popup-actions'>"        \
  "<item action='" E_BUOY_MENUS_ACTION "'/></placeholder></menu></eui>"
#else
#define E_BUOY_MENUS_UI                                                                                      \
  "<ui><menubar name='main-menu'><placeholder name='custom-menus'><menu action='mail-message-menu'>"         \
  "<placeholder name='mail-message-custom-menus'><menuitem action='" E_BUOY_MENUS_ACTION "'/></placeholder>" \
  "</menu></placeholder></menubar>"                                                                          \
  "<popup name='mail-preview-popup'><placeholder name='mail-message-popup-actions'>"                         \
  "<menuitem action='" E_BUOY_MENUS_ACTION "'/></placeholder></popup></ui>"
#endif

/* (transfer full) */
static inline GPtrArray *
e_buoy_compat_get_uids (CamelFolder *folder)
{
#if EDS_CHECK_VERSION(3, 57, 1)
  return camel_folder_dup_uids (folder);
#else
  return camel_folder_get_uids (folder);
#endif
}

static inline void
e_buoy_compat_free_uids (CamelFolder *folder, GPtrArray *uids)
{
#if EDS_CHECK_VERSION(3, 57, 1)
  g_ptr_array_unref (uids);
#else
  camel_folder_free_uids (folder, uids);
#endif
}
