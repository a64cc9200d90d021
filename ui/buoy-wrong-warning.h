/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A report that the reader may send.
 */
#pragma once

#include "buoy-question.h"

/* Thanks, and shows @text to be copied; nothing is sent from here. @trouble: why it could not be noted, NULL where it
 * was. @write_mail opens a draft with @text; NULL where there is nobody to write to.
 */
void buoy_wrong_warning_present (GtkWindow *parent, const char *trouble, const char *text, BuoyOpenFunc write_mail,
                                 gpointer data, GDestroyNotify free_data);
