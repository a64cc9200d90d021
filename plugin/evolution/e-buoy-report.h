/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reporting a message.
 */
#pragma once

#include "buoy-report.h"
#include "e-buoy-actions.h"

/* Adds an entry for the organisation, if it has an address, and for each place in the reader's language. It opens a
 * composer with the message attached, and sends nothing; after the reader has sent it, marking the message as junk is
 * offered.
 */
void e_buoy_report_offer (const EBuoyOffer *offer);

/* The organisation's report address; (transfer full) (nullable). */
BuoyReportPlace *e_buoy_report_dup_organisation (void);
