/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bars over a message that has no verdict.
 */
#pragma once

#include <gtk/gtk.h>

/* @why is half a sentence, as of buoy_error_explain(). Silence would look like an answer. */
GtkWidget *buoy_unchecked_new (const char *why);

/* The same where the message itself prevents the check: a warning, since its sender chooses that. */
GtkWidget *buoy_unchecked_new_warning (const char *why);

/* Of a message whose check takes long. */
GtkWidget *buoy_unchecked_new_running (void);
