/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bars above a message without a verdict, or with one that is not complete.
 */
#pragma once

#include <gtk/gtk.h>

/* @why: a short phrase, such as buoy_error_explain() returns. The bar exists because showing nothing would look like an
 * answer.
 */
GtkWidget *buoy_unchecked_new (const char *why);

/* The same if the message itself prevents the check: a warning, since its sender controls that. */
GtkWidget *buoy_unchecked_new_warning (const char *why);

/* Above a message with a verdict that could not be completed; @words: from buoy_notice_get_failure(). */
GtkWidget *buoy_unchecked_new_partly (const char *words);

/* For a message whose check takes long. */
GtkWidget *buoy_unchecked_new_running (void);
