/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bar over a message that nobody could look into.
 */
#pragma once

#include <gtk/gtk.h>

/* @why is half a sentence, as of buoy_error_explain(). Silence would look like an answer. */
GtkWidget *buoy_unchecked_new (const char *why);
