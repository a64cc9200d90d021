/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reporting a message.
 */
#pragma once

#include "buoy-report.h"
#include "e-buoy-actions.h"

/* An entry for the organisation, where it has an address, and for each place that the reader's language knows. It opens
 * a composer with the message attached, and sends nothing; when the reader has sent it, marking the message as junk is
 * offered.
 */
void e_buoy_report_offer (const EBuoyOffer *offer);

/* Where the organisation wants reports; (transfer full) (nullable). */
BuoyReportPlace *e_buoy_report_dup_organisation (void);
