/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Asks whether to record that a warning was wrong, and shows a report about it that the reader may send.
 */
#pragma once

#include <gtk/gtk.h>

#include "buoy-notes.h"

/* A window that destroys itself when closed. Signals: "note", "undo" and "write-mail", when the reader asks for that.
 */
#define BUOY_TYPE_WRONG_WARNING (buoy_wrong_warning_get_type ())
G_DECLARE_FINAL_TYPE (BuoyWrongWarning, buoy_wrong_warning, BUOY, WRONG_WARNING, GtkDialog)

/* @report is shown, and can be copied; nothing is sent from here. @address: (nullable): where the organisation collects
 * such reports
 */
BuoyWrongWarning *buoy_wrong_warning_new (GtkWindow *parent, const char *report, const char *address);

/* Shows the state of the note, and offers what can be done next. @trouble: why writing failed. */
void buoy_wrong_warning_set_state (BuoyWrongWarning *self, BuoyNoteState state, const char *trouble);
