/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reporting a message.
 */
#pragma once

#include "e-buoy-actions.h"

/* An entry for each place that the reader's language knows. It opens a composer with the message attached, and sends
 * nothing; when the reader has sent it, marking the message as junk is offered.
 */
void e_buoy_report_offer (const EBuoyOffer *offer);
