/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether to note that a warning was wrong, and a report of it that the reader may send.
 */
#pragma once

#include <gtk/gtk.h>

#include "buoy-notes.h"

/* A window that destroys itself when closed. Signals: "note", "undo" and "write-mail", when the reader wants it. */
#define BUOY_TYPE_WRONG_WARNING (buoy_wrong_warning_get_type ())
G_DECLARE_FINAL_TYPE (BuoyWrongWarning, buoy_wrong_warning, BUOY, WRONG_WARNING, GtkDialog)

/* @report is shown, and can be copied; nothing is sent from here. @address: where an organisation wants to have such
 * reports, NULL.
 */
BuoyWrongWarning *buoy_wrong_warning_new (GtkWindow *parent, const char *report, const char *address);

/* Tells what is done with the note, and offers what can be done next. @trouble: why it failed. */
void buoy_wrong_warning_set_state (BuoyWrongWarning *self, BuoyNoteState state, const char *trouble);
