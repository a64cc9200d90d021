/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A report that the reader may send.
 */
#pragma once

#include "buoy-question.h"

/* A window that destroys itself when closed. */
#define BUOY_TYPE_WRONG_WARNING (buoy_wrong_warning_get_type ())
G_DECLARE_FINAL_TYPE (BuoyWrongWarning, buoy_wrong_warning, BUOY, WRONG_WARNING, GtkDialog)

/* Thanks, and shows @text for copying; nothing is sent from here. @trouble: why it could not be noted, NULL if it was.
 * @write_mail opens a draft with @text; NULL if there is no addressee.
 */
void buoy_wrong_warning_present (GtkWindow *parent, const char *trouble, const char *text, BuoyOpenFunc write_mail,
                                 gpointer data, GDestroyNotify free_data);
