/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Questions and answers about trust in a sender.
 */
#pragma once

#include "buoy-question.h"

#define BUOY_ACTION_UNDO_TRUST "undo-trust"

/* Asks whether to trust mail from @sender, or with @site the links to it in such mail. */
void buoy_trust_ask (GtkWindow *parent, const char *sender, const char *site, BuoyOpenFunc trust, gpointer data,
                     GDestroyNotify free_data);

/* The bar shown instead of the warning that trust suppressed; its button runs "bellbuoy.undo-trust" of @actions. */
GtkWidget *buoy_trust_bar_new (const char *sender, const char *site, GActionGroup *actions);
