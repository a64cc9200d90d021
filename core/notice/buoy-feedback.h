/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader answers to a warning: trust, or that it was wrong.
 */
#pragma once

#include "verdict/buoy-trust-offer.h"

G_BEGIN_DECLS

/* Why the reader cannot trust this sender; NULL where nothing stands in the way. (transfer full) */
BUOY_AVAILABLE_IN_1_0 char *buoy_verdict_explain_trust (BuoyVerdict *verdict);

/* One line of JSON for a file of the reader's own: rules, level, date, From's domain. (transfer full) */
BUOY_AVAILABLE_IN_1_0 char *buoy_verdict_to_note (BuoyVerdict *verdict, GDateTime *date);

/* A text for those who make the rules. Of the message it holds nothing but From's domain. (transfer full) */
BUOY_AVAILABLE_IN_1_0 char *buoy_verdict_to_report (BuoyVerdict *verdict);

G_END_DECLS
