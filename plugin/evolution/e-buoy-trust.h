/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Trusting the sender of a message, and undoing it.
 */
#pragma once

#include "e-buoy-actions.h"

/* Adds entries to trust the sender or its links' sites; if that is not possible, one that explains why. */
void e_buoy_trust_offer (const EBuoyOffer *offer);

/* The bar that says what was trusted over this message just now; NULL if nothing was, or it was undone. */
GtkWidget *e_buoy_trust_bar_new (EMailPartList *part_list);
