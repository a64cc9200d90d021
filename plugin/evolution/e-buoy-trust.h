/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Trusting the sender of a message, and undoing it.
 */
#pragma once

#include "e-buoy-actions.h"

/* Adds menu entries for trusting the sender or sites of its links; if that is not possible, one that explains why. */
void e_buoy_trust_offer (const EBuoyOffer *offer);

/* The bar about the trust just given in this message; NULL if there is none, or it was undone. */
GtkWidget *e_buoy_trust_bar_new (EMailPartList *part_list);
