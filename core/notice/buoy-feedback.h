/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's response to a warning: trusting the sender, or reporting that it was wrong.
 */
#pragma once

#include "buoy-for-hosts.h"
#include "verdict/buoy-trust-offer.h"

G_BEGIN_DECLS

BUOY_FOR_HOSTS char *buoy_verdict_explain_trust (const BuoyVerdict *verdict);
BUOY_FOR_HOSTS char *buoy_verdict_to_note (const BuoyVerdict *verdict, GDateTime *date);
BUOY_FOR_HOSTS char *buoy_verdict_to_report (const BuoyVerdict *verdict);

G_END_DECLS
