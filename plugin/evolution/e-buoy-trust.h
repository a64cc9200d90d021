/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Trusting the sender of a message, and taking it back.
 */
#pragma once

#include "e-buoy-actions.h"

/* Entries to trust the sender or where its links lead; where that is not to be offered, one that says why. */
void e_buoy_trust_offer (const EBuoyOffer *offer);

/* The bar that tells what was trusted over this message just now; NULL if nothing was, or it was taken back. */
GtkWidget *e_buoy_trust_bar_new (EMailPartList *part_list);
