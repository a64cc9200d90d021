/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The question before a doubtful link is opened.
 */
#pragma once

#include <gtk/gtk.h>

#include "buoy-doubt.h"

typedef void (*BuoyOpenFunc) (gpointer data);

/* Asks over @parent, which may be NULL, and calls @open only if the reader insists; without @open it is refused.
 * @data is freed with @free_data in any case.
 */
void buoy_question_ask (GtkWindow *parent, const BuoyDoubt *doubt, BuoyOpenFunc open, gpointer data,
                        GDestroyNotify free_data);

/* After a report: asks whether the message should be marked as junk too, and calls @mark if so. */
void buoy_question_offer_junk (GtkWindow *parent, BuoyOpenFunc mark, gpointer data, GDestroyNotify free_data);

/* Tells @what, and there is nothing to choose. */
void buoy_question_tell (GtkWindow *parent, const char *what);

/* The machinery: shows @dialog with @default_response in focus, and calls @accept after GTK_RESPONSE_ACCEPT. */
void buoy_question_run (GtkWidget *dialog, int default_response, BuoyOpenFunc accept, gpointer data,
                        GDestroyNotify free_data);
