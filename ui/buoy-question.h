/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The question before a doubtful link is opened.
 */
#pragma once

#include <gtk/gtk.h>

#include "buoy-doubt.h"

typedef void (*BuoyOpenFunc) (gpointer data);

/* A dialog that destroys itself when answered. */
#define BUOY_TYPE_QUESTION (buoy_question_get_type ())
G_DECLARE_FINAL_TYPE (BuoyQuestion, buoy_question, BUOY, QUESTION, GtkMessageDialog)

/* A question over @parent (nullable), without buttons yet. @facts: (nullable): more about it */
BuoyQuestion *buoy_question_new (GtkWindow *parent, GtkMessageType type, const char *headline, const char *facts);

/* Shows it with @default_response focused, and calls @accept after GTK_RESPONSE_ACCEPT. */
void buoy_question_run (BuoyQuestion *self, int default_response, BuoyOpenFunc accept, gpointer data,
                        GDestroyNotify free_data);

/* Asks over @parent (nullable), and calls @open only if the reader confirms. Without @open the link is refused.
 * @support: (nullable): whom the organisation's readers may ask. @data is freed with @free_data in any case.
 */
void buoy_question_ask (GtkWindow *parent, const BuoyDoubt *doubt, const char *support, BuoyOpenFunc open,
                        gpointer data, GDestroyNotify free_data);

/* After a report: asks whether to mark the message as junk too, and calls @mark if so. */
void buoy_question_offer_junk (GtkWindow *parent, BuoyOpenFunc mark, gpointer data, GDestroyNotify free_data);

/* Shows @what with only a button to close. */
void buoy_question_tell (GtkWindow *parent, const char *what);
