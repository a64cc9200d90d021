/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bars above a message without a verdict.
 */
#pragma once

#include <gtk/gtk.h>

/* @why: a short phrase, such as buoy_error_explain() returns. The bar exists because showing nothing would look like an
 * answer.
 */
GtkWidget *buoy_unchecked_new (const char *why);

/* The same if the message itself prevents the check: a warning, since its sender controls that. */
GtkWidget *buoy_unchecked_new_warning (const char *why);

/* For a message whose check takes long. */
GtkWidget *buoy_unchecked_new_running (void);
