/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The question before a doubtful link is opened.
 */
#pragma once

#include <gtk/gtk.h>

typedef void (*BuoyOpenFunc) (gpointer data);

/* Asks over @parent, which may be NULL, and calls @open only if the reader insists. Without @shown_host the question is
 * whether to open a link whose check isn't finished. @data is freed with @free_data in any case.
 */
void buoy_question_ask (GtkWindow *parent, const char *shown_host, const char *actual_host, BuoyOpenFunc open,
                        gpointer data, GDestroyNotify free_data);

/* After a report: asks whether the message should be marked as junk too, and calls @mark if so. */
void buoy_question_offer_junk (GtkWindow *parent, BuoyOpenFunc mark, gpointer data, GDestroyNotify free_data);

/* The machinery: shows @dialog with @default_response in focus, and calls @accept after GTK_RESPONSE_ACCEPT. */
void buoy_question_run (GtkWidget *dialog, int default_response, BuoyOpenFunc accept, gpointer data,
                        GDestroyNotify free_data);
